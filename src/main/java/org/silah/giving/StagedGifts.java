package org.silah.giving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silah.access.Audit;
import org.silah.constituents.imports.Chunk;
import org.silah.constituents.imports.ImportId;
import org.silah.constituents.imports.ImportKind.Recorded;
import org.silah.kernel.Money;
import org.silah.kernel.Sql;
import org.silah.web.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Gifts of lists: staged row by row, written and reversed by the chunk, each in a few statements. All writers take donors first,
 * then their years, then days, each in the order of the key, so that none waits for another in a circle.
 */
@Repository
class StagedGifts {

  private final JdbcClient db;
  private final Donors donors;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  StagedGifts(JdbcClient db, Donors donors, Audit audit, ApplicationEventPublisher events) {
    this.db = db;
    this.donors = donors;
    this.audit = audit;
    this.events = events;
  }

  static Sql alreadyRecorded(ImportId id) {
    return Sql.of("select b.row_no from giving.recorded_before(?) b", id.value());
  }

  /** In the transaction that made or found the givers. */
  void commit(Chunk chunk, boolean thank) {
    int written = of(chunk, db.sql("""
        insert into giving.gift (id, party_id, amount_minor, currency, base_minor, given_on, hijri_year, purpose, designation, channel,
          recorded_at, recorded_by, import_id, import_row)
        select uuidv7(), r.party_id, s.amount_minor, s.currency, s.base_minor, s.given_on, s.hijri_year, s.purpose, s.designation, s.channel,
          :at::timestamptz, :by, :import, s.row_no
        from giving.staged_gift s
        join published.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
        where s.import_id = :import and s.row_no between :first and :last
          and r.import_id = :import and r.row_no between :first and :last
        order by r.party_id, s.given_on"""))
        .param("at", Timestamp.from(chunk.at())).param("by", chunk.recordedBy()).update();
    addToDonors(chunk);
    addToYears(chunk);
    addToDays(chunk);
    audit.record("gift.import", "import", chunk.id(), Map.of("first_row", chunk.firstRow(), "last_row", chunk.lastRow(), "gifts", written));
    events.publishEvent(new GiftsReceived(chunk.id().value(), chunk.firstRow(), chunk.lastRow(), thank, chunk.at()));
  }

  private void addToDonors(Chunk chunk) {
    of(chunk, db.sql("""
        insert into giving.donor_summary as s (party_id, gifts, base_minor, largest_minor, first_on, last_on)
        select party_id, count(*), sum(base_minor), max(base_minor), min(given_on), max(given_on)
        from giving.gift
        where import_id = :import and import_row between :first and :last
        group by party_id
        order by party_id
        on conflict (party_id) do update
        set gifts = s.gifts + excluded.gifts,
          base_minor = s.base_minor + excluded.base_minor,
          largest_minor = greatest(s.largest_minor, excluded.largest_minor),
          first_on = least(s.first_on, excluded.first_on),
          last_on = greatest(s.last_on, excluded.last_on)""")).update();
  }

  private void addToYears(Chunk chunk) {
    of(chunk, db.sql("""
        insert into giving.donor_year as y (party_id, calendar, year, gifts, base_minor)
        select g.party_id, c.calendar, c.year, count(*), sum(g.base_minor)
        from giving.gift g
        cross join lateral (values ('g', extract(year from g.given_on)::smallint), ('h', g.hijri_year)) c (calendar, year)
        where g.import_id = :import and g.import_row between :first and :last
        group by g.party_id, c.calendar, c.year
        order by g.party_id, c.calendar, c.year
        on conflict (party_id, calendar, year) do update
        set gifts = y.gifts + excluded.gifts, base_minor = y.base_minor + excluded.base_minor""")).update();
  }

  private void addToDays(Chunk chunk) {
    of(chunk, db.sql("""
        insert into giving.day_total as t (given_on, slot, gifts, base_minor)
        select given_on, :slot, count(*), sum(base_minor)
        from giving.gift
        where import_id = :import and import_row between :first and :last
        group by given_on
        order by given_on
        on conflict (given_on, slot) do update
        set gifts = t.gifts + excluded.gifts, base_minor = t.base_minor + excluded.base_minor"""))
        .param("slot", DayTotals.anySlot()).update();
  }

  /** Reverses what was not reversed by hand before. */
  void undo(Chunk chunk) {
    var givers = of(chunk, db.sql("""
        select distinct g.party_id
        from giving.gift g
        where g.import_id = :import and g.import_row between :first and :last
          and not exists (select 1 from giving.gift_reversal r where r.gift_id = g.id)""")).query(UUID.class).list().toArray(UUID[]::new);
    donors.lock(givers);
    int reversed = of(chunk, db.sql("""
        with reversed as (
          insert into giving.gift_reversal (gift_id, reason, reversed_at, reversed_by)
          select g.id, :reason, :at::timestamptz, :by
          from giving.gift g
          where g.import_id = :import and g.import_row between :first and :last
          on conflict (gift_id) do nothing
          returning gift_id
        ), taken_off as (
          insert into giving.day_total as t (given_on, slot, gifts, base_minor)
          select g.given_on, :slot, -count(*), -sum(g.base_minor)
          from reversed r
          join giving.gift g on g.id = r.gift_id
          group by g.given_on
          order by g.given_on
          on conflict (given_on, slot) do update
          set gifts = t.gifts + excluded.gifts, base_minor = t.base_minor + excluded.base_minor
        )
        select count(*) from reversed"""))
        .param("reason", Reasons.UNDONE).param("at", Timestamp.from(chunk.at())).param("by", chunk.recordedBy())
        .param("slot", DayTotals.anySlot()).query(Integer.class).single();
    donors.recompute(givers);
    audit.record("gift.import.undo", "import", chunk.id(), Map.of("first_row", chunk.firstRow(), "last_row", chunk.lastRow(), "gifts", reversed));
    events.publishEvent(new GiftsReversed(chunk.id().value(), chunk.at()));
  }

  void clear(ImportId id) {
    db.sql("delete from giving.staged_gift where import_id = ?").param(id.value()).update();
  }

  Map<Integer, List<String>> preview(ImportId id, Collection<Integer> rows, Words words) {
    var shown = new HashMap<Integer, List<String>>();
    db.sql("select * from giving.staged_gift where import_id = ? and row_no = any (?)")
        .params(id.value(), rows.toArray(Integer[]::new))
        .query((ResultSet row) -> {
          shown.put(row.getInt("row_no"), told(row, words));
        });
    return shown;
  }

  Map<Integer, Recorded> recorded(ImportId id, Collection<Integer> rows, Words words) {
    var shown = new HashMap<Integer, Recorded>();
    db.sql("""
        select g.id, g.import_row, g.amount_minor, g.currency, g.given_on, g.purpose, g.designation
        from giving.gift g
        where g.import_id = ? and g.import_row = any (?)""")
        .params(id.value(), rows.toArray(Integer[]::new))
        .query((ResultSet row) -> {
          shown.put(row.getInt("import_row"), new Recorded("/gifts/" + row.getString("id"), told(row, words)));
        });
    return shown;
  }

  private static List<String> told(ResultSet row, Words words) throws SQLException {
    return List.of(amount(row, words), day(row, words), purpose(row, words));
  }

  /** One sentence for each currency, as a control sum is kept. */
  List<String> totals(ImportId id, Words words) {
    return db.sql("""
        select s.currency, count(*) as gifts, sum(s.amount_minor) as amount_minor
        from giving.staged_gift s
        join published.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
        where s.import_id = ? and r.import_id = ?
        group by s.currency
        order by count(*) desc, s.currency""")
        .params(id.value(), id.value())
        .query((row, _) -> words.get("giving.import.total", row.getLong("gifts"), amount(row, words))).list();
  }

  private static String amount(ResultSet row, Words words) throws SQLException {
    var currency = Currency.getInstance(row.getString("currency"));
    return words.amount(new Money(row.getLong("amount_minor"), currency)) + " " + Currencies.name(currency, words.language());
  }

  private static String day(ResultSet row, Words words) throws SQLException {
    var day = row.getObject("given_on", LocalDate.class);
    return words.date(day) + " · " + words.hijri(day);
  }

  private static String purpose(ResultSet row, Words words) throws SQLException {
    var purpose = words.get(Purpose.of(row.getString("purpose")).key());
    var designation = row.getString("designation");
    return designation == null ? purpose : purpose + " · " + designation;
  }

  private static StatementSpec of(Chunk chunk, StatementSpec statement) {
    return statement.param("import", chunk.id().value()).param("first", chunk.firstRow()).param("last", chunk.lastRow());
  }
}
