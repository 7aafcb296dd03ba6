package org.silah.giving;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.silah.kernel.HijriDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each donor gave in all and by year. Whoever changes a donor's figures holds the lock of the donor's summary row until
 * the transaction ends, so two gifts at once, or a gift and a reversal, come one after the other.
 */
@Repository
class Donors {

  private final JdbcClient db;

  Donors(JdbcClient db) {
    this.db = db;
  }

  /** What one donor gave. */
  record Summary(int gifts, long baseMinor, long largestMinor, LocalDate firstOn, LocalDate lastOn) {}

  /** @param calendar {@code g} Gregorian, {@code h} Hijri */
  record Year(String calendar, int year, int gifts, long baseMinor) {}

  /** Nothing for whoever has no gift that counts. */
  Optional<Summary> summary(PartyId donor) {
    return db.sql("select gifts, base_minor, largest_minor, first_on, last_on from giving.donor_summary where party_id = ?")
        .param(donor.value()).query(Summary.class).optional();
  }

  Map<PartyId, Summary> summaries(Collection<PartyId> donors) {
    var found = new HashMap<PartyId, Summary>();
    db.sql("select * from giving.donor_summary where party_id = any (?)")
        .param(donors.stream().map(PartyId::value).toArray(UUID[]::new))
        .query((ResultSet row) -> {
          found.put(new PartyId(row.getObject("party_id", UUID.class)), new Summary(row.getInt("gifts"), row.getLong("base_minor"),
              row.getLong("largest_minor"), row.getObject("first_on", LocalDate.class), row.getObject("last_on", LocalDate.class)));
        });
    return found;
  }

  /** The latest first, Gregorian before Hijri. */
  List<Year> years(PartyId donor) {
    return db.sql("select calendar, year, gifts, base_minor from giving.donor_year where party_id = ? order by calendar, year desc")
        .param(donor.value()).query(Year.class).list();
  }

  /** @return whether it is the donor's newest gift, the first of all included */
  boolean add(Gift gift) {
    var latest = db.sql("""
        insert into giving.donor_summary as s (party_id, gifts, base_minor, largest_minor, first_on, last_on)
        values (:giver, 1, :base, :base, :day, :day)
        on conflict (party_id) do update
        set gifts = s.gifts + 1,
          base_minor = s.base_minor + excluded.base_minor,
          largest_minor = greatest(s.largest_minor, excluded.largest_minor),
          first_on = least(s.first_on, excluded.first_on),
          last_on = greatest(s.last_on, excluded.last_on)
        returning last_on""")
        .param("giver", gift.giver().value()).param("base", gift.base().minor()).param("day", gift.givenOn())
        .query(LocalDate.class).single();
    db.sql("""
        insert into giving.donor_year as y (party_id, calendar, year, gifts, base_minor)
        values (:giver, 'g', :gregorian, 1, :base), (:giver, 'h', :hijri, 1, :base)
        on conflict (party_id, calendar, year) do update
        set gifts = y.gifts + 1, base_minor = y.base_minor + excluded.base_minor""")
        .param("giver", gift.giver().value()).param("base", gift.base().minor())
        .param("gregorian", gift.givenOn().getYear()).param("hijri", HijriDate.from(gift.givenOn()).year())
        .update();
    return latest.equals(gift.givenOn());
  }

  /**
   * Until the transaction ends nobody else changes these donors' figures, and what is read after it is the latest. A donor
   * without a row gets one to hold on to; {@link #recompute} puts it right.
   */
  void lock(UUID... donors) {
    db.sql("""
        insert into giving.donor_summary as s (party_id, gifts, base_minor, largest_minor, first_on, last_on)
        select donor, 1, 0, 0, current_date, current_date
        from unnest(?::uuid[]) as d (donor)
        order by donor
        on conflict (party_id) do update
        set gifts = s.gifts""")
        .param(donors).update();
  }

  /** From the gifts themselves. To be called with the donors {@linkplain #lock locked}. */
  void recompute(UUID... donors) {
    db.sql("delete from giving.donor_year where party_id = any (?)").param(donors).update();
    db.sql("""
        insert into giving.donor_year (party_id, calendar, year, gifts, base_minor)
        select g.party_id, c.calendar, c.year, count(*), sum(g.base_minor)
        from giving.gift g
        cross join lateral (values ('g', extract(year from g.given_on)::smallint), ('h', g.hijri_year)) c (calendar, year)
        where g.party_id = any (?)
          and not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
        group by g.party_id, c.calendar, c.year
        order by g.party_id, c.calendar, c.year""")
        .param(donors).update();
    db.sql("""
        delete from giving.donor_summary s
        where s.party_id = any (?)
          and not exists (
            select 1
            from giving.gift g
            where g.party_id = s.party_id
              and not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id))""")
        .param(donors).update();
    db.sql("""
        insert into giving.donor_summary (party_id, gifts, base_minor, largest_minor, first_on, last_on)
        select g.party_id, count(*), sum(g.base_minor), max(g.base_minor), min(g.given_on), max(g.given_on)
        from giving.gift g
        where g.party_id = any (?)
          and not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)
        group by g.party_id
        order by g.party_id
        on conflict (party_id) do update
        set gifts = excluded.gifts, base_minor = excluded.base_minor, largest_minor = excluded.largest_minor,
          first_on = excluded.first_on, last_on = excluded.last_on""")
        .param(donors).update();
  }
}
