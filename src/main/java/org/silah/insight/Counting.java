package org.silah.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.silah.access.Institutions;
import org.silah.kernel.HijriDate;
import org.silah.segments.Pyramid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the figures that would take too long while somebody waits for the dashboard, in whole sets and one transaction.
 * Only what changed since the last count is written.
 */
@Repository
class Counting {

  private final JdbcClient db;
  private final Pyramid pyramid;
  private final Institutions institutions;
  private final Clock clock;

  Counting(JdbcClient db, Pyramid pyramid, Institutions institutions, Clock clock) {
    this.db = db;
    this.pyramid = pyramid;
    this.institutions = institutions;
    this.clock = clock;
  }

  /** One at a time across all instances. */
  @Transactional
  void count() {
    db.sql("select pg_advisory_xact_lock(hashtextextended('insight.count', 0))").query((row, _) -> 0).single();
    var begun = clock.instant();
    var today = institutions.today();
    // before the classes are read: a computation that ends from now on may or may not be seen, and is counted again
    var ranking = pyramid.latestNumber().orElse(0L);
    gatherGivers(today);
    gatherMembers(today);
    replaceMembers();
    replaceFigures();
    db.sql("delete from insight.count_run").update();
    db.sql("insert into insight.count_run (as_of, counted_at, took_ms, ranking) values (?, ?, ?, ?)")
        .params(today, begun.atOffset(ZoneOffset.UTC), Duration.between(begun, clock.instant()).toMillis(), ranking).update();
  }

  /** What each donor gave in the last 12 months (0), the 12 before (1) and the 12 before those (2), with the household. */
  private void gatherGivers(LocalDate today) {
    var year = today.minusMonths(12);
    var two = today.minusMonths(24);
    var three = today.minusMonths(36);
    db.sql("""
        create temp table giver (
          party_id uuid not null, household_id uuid not null,
          gifts0 bigint not null, minor0 bigint not null, last0 date,
          gifts1 bigint not null, minor1 bigint not null, last1 date,
          gifts2 bigint not null, minor2 bigint not null, last2 date
        ) on commit drop""").update();
    db.sql("""
        insert into pg_temp.giver
        select given.party_id, coalesce(c.household_id, given.party_id), gifts0, minor0, last0, gifts1, minor1, last1, gifts2, minor2, last2
        from (
          select party_id,
            count(*) filter (where given_on > :year) as gifts0,
            coalesce(sum(base_minor) filter (where given_on > :year), 0) as minor0,
            max(given_on) filter (where given_on > :year) as last0,
            count(*) filter (where given_on > :two and given_on <= :year) as gifts1,
            coalesce(sum(base_minor) filter (where given_on > :two and given_on <= :year), 0) as minor1,
            max(given_on) filter (where given_on > :two and given_on <= :year) as last1,
            count(*) filter (where given_on <= :two) as gifts2,
            coalesce(sum(base_minor) filter (where given_on <= :two), 0) as minor2,
            max(given_on) filter (where given_on <= :two) as last2
          from published.gift
          where given_on > :three
          and given_on <= :today
          group by party_id
        ) given
        left join published.client c on c.id = given.party_id""")
        .param("year", year).param("two", two).param("three", three).param("today", today).update();
    db.sql("analyze pg_temp.giver").update();
  }

  private void gatherMembers(LocalDate today) {
    db.sql("create temp table counted (figure text not null, party_id uuid not null, gifts bigint not null, base_minor bigint not null, last_on date not null)"
        + " on commit drop").update();
    db.sql("""
        insert into pg_temp.counted
        select 'active', party_id, gifts0, minor0, last0 from pg_temp.giver where gifts0 > 0
        union all
        select 'active-before', party_id, gifts1, minor1, last1 from pg_temp.giver where gifts1 > 0""").update();
    gatherHouseholds();
    var hijri = HijriDate.from(today).year();
    gatherOfYear("gregorian", "g", today.getYear(), today.withDayOfYear(1));
    gatherOfYear("hijri", "h", hijri, new HijriDate(hijri, 1, 1).toLocalDate());
    db.sql("""
        insert into pg_temp.counted
        select 'quiet', d.party_id, d.gifts, d.base_minor, d.last_on
        from published.donor d
        join published.donor_class c on c.party_id = d.party_id
        where c.class in ('top', 'major')
        and d.last_on <= ?""").param(today.minusMonths(12)).update();
    db.sql("analyze pg_temp.counted").update();
  }

  private void gatherHouseholds() {
    db.sql("""
        insert into pg_temp.counted
        with household as (
          select household_id,
            sum(gifts0) as gifts0, sum(minor0) as minor0, max(last0) as last0,
            sum(gifts1) as gifts1, sum(minor1) as minor1, max(last1) as last1,
            sum(gifts2) as gifts2, sum(minor2) as minor2, max(last2) as last2
          from pg_temp.giver
          group by household_id
        )
        select 'retained', household_id, gifts0, minor0, last0 from household where gifts1 > 0 and gifts0 > 0
        union all
        select 'lapsed', household_id, gifts1, minor1, last1 from household where gifts1 > 0 and gifts0 = 0
        union all
        select 'retained-before', household_id, gifts1, minor1, last1 from household where gifts2 > 0 and gifts1 > 0
        union all
        select 'lapsed-before', household_id, gifts2, minor2, last2 from household where gifts2 > 0 and gifts1 = 0""").update();
  }

  private void gatherOfYear(String name, String calendar, int year, LocalDate begin) {
    db.sql("""
        insert into pg_temp.counted
        select case when d.first_on >= ? then 'new-' else 'existing-' end || ?, d.party_id, y.gifts, y.base_minor, d.last_on
        from published.donor_year y
        join published.donor d on d.party_id = y.party_id
        where y.calendar = ?
        and y.year = ?""")
        .params(begin, name, calendar, year).update();
  }

  private void replaceMembers() {
    db.sql("""
        merge into insight.member m
        using pg_temp.counted c
        on m.figure = c.figure and m.party_id = c.party_id
        when matched and (m.gifts, m.base_minor, m.last_on) <> (c.gifts, c.base_minor, c.last_on) then
          update set gifts = c.gifts, base_minor = c.base_minor, last_on = c.last_on
        when not matched then
          insert (figure, party_id, gifts, base_minor, last_on) values (c.figure, c.party_id, c.gifts, c.base_minor, c.last_on)
        when not matched by source then
          delete""").update();
  }

  private void replaceFigures() {
    db.sql("delete from insight.figure").update();
    db.sql("""
        insert into insight.figure (code, parties, base_minor)
        select figure, count(*), sum(base_minor)
        from pg_temp.counted
        group by figure""").update();
  }
}
