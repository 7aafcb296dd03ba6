package org.silah.giving;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Holds what is kept of donors and days against the gifts themselves. Each question is one statement, so it sees one moment. */
@Repository
class Recounts {

  private final JdbcClient db;

  Recounts(JdbcClient db) {
    this.db = db;
  }

  /** Whose kept figures are not those of their gifts. */
  List<PartyId> driftedDonors() {
    return db.sql("""
        with counted as (
          select g.party_id, g.base_minor, g.given_on, g.hijri_year
          from giving.gift g
          where not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
        ), summary as (
          select party_id, count(*) as gifts, sum(base_minor) as base_minor, max(base_minor) as largest, min(given_on) as first_on,
            max(given_on) as last_on
          from counted
          group by party_id
        ), year as (
          select c.party_id, y.calendar, y.year, count(*) as gifts, sum(c.base_minor) as base_minor
          from counted c
          cross join lateral (values ('g', extract(year from c.given_on)::smallint), ('h', c.hijri_year)) y (calendar, year)
          group by c.party_id, y.calendar, y.year
        )
        select party_id
        from summary c
        full join giving.donor_summary s using (party_id)
        where (c.gifts, c.base_minor, c.largest, c.first_on, c.last_on)
          is distinct from (s.gifts, s.base_minor, s.largest_minor, s.first_on, s.last_on)
        union
        select party_id
        from year c
        full join giving.donor_year s using (party_id, calendar, year)
        where (c.gifts, c.base_minor) is distinct from (s.gifts, s.base_minor)""")
        .query(UUID.class).stream().map(PartyId::new).toList();
  }

  List<LocalDate> driftedDays() {
    return db.sql("""
        with counted as (
          select g.given_on, count(*) as gifts, sum(g.base_minor) as base_minor
          from giving.gift g
          where not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
          group by g.given_on
        ), kept as (
          select given_on, sum(gifts) as gifts, sum(base_minor) as base_minor
          from giving.day_total
          group by given_on
        )
        select given_on
        from counted c
        full join kept k using (given_on)
        where (coalesce(c.gifts, 0), coalesce(c.base_minor, 0)) is distinct from (coalesce(k.gifts, 0), coalesce(k.base_minor, 0))
        order by given_on""")
        .query(LocalDate.class).list();
  }

  /** Keeps writers of days out until the transaction ends; what is read after it is complete. */
  void lockDays() {
    db.sql("lock table giving.day_total in share row exclusive mode").update();
  }

  /** From the gifts. To be called with the days {@linkplain #lockDays locked}. */
  void recompute(List<LocalDate> days) {
    var which = days.stream().map(Date::valueOf).toArray(Date[]::new);
    db.sql("delete from giving.day_total where given_on = any (?)").param(which).update();
    db.sql("""
        insert into giving.day_total (given_on, slot, gifts, base_minor)
        select g.given_on, 0, count(*), sum(g.base_minor)
        from giving.gift g
        where g.given_on = any (?)
          and not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
        group by g.given_on""")
        .param(which).update();
  }

  /** Where nothing is kept yet and all gifts are there. */
  void countAll() {
    db.sql("""
        insert into giving.donor_summary (party_id, gifts, base_minor, largest_minor, first_on, last_on)
        select g.party_id, count(*), sum(g.base_minor), max(g.base_minor), min(g.given_on), max(g.given_on)
        from giving.gift g
        where not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
        group by g.party_id""").update();
    db.sql("""
        insert into giving.donor_year (party_id, calendar, year, gifts, base_minor)
        select g.party_id, y.calendar, y.year, count(*), sum(g.base_minor)
        from giving.gift g
        cross join lateral (values ('g', extract(year from g.given_on)::smallint), ('h', g.hijri_year)) y (calendar, year)
        where not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
        group by g.party_id, y.calendar, y.year""").update();
    db.sql("""
        insert into giving.day_total (given_on, slot, gifts, base_minor)
        select g.given_on, 0, count(*), sum(g.base_minor)
        from giving.gift g
        where not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
        group by g.given_on""").update();
  }
}
