package org.silah.constituents.imports;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows that repeat a row above: they follow what becomes of it, and one of them takes its place when it fails. */
@Repository
public class Repeats {

  private static final String COLLECT_CLAIMS = """
      create temporary table import_claim on commit drop as
      select s.row_no, r.party_id, concat_ws(' ', k.kind, k.issuer, k.number) as key, cardinality(s.identity_numbers) > 1 as among_several
      from constituents.import_staged s
      join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
      cross join lateral unnest(s.identity_kinds, s.identity_issuers, s.identity_numbers) as k (kind, issuer, number)
      where s.import_id = :import and r.import_id = :import and s.identity_kinds is not null and r.outcome in ('new', 'joined', 'repeats')
      """;

  private final JdbcClient db;

  Repeats(JdbcClient db) {
    this.db = db;
  }

  /** After rows were joined to another client: those that repeat them have that client too. */
  public void follow(ImportId id) {
    db.sql("""
        update constituents.import_row r
        set party_id = h.party_id
        from constituents.import_row h
        where r.import_id = ? and r.outcome = 'repeats' and h.import_id = r.import_id and h.row_no = r.of_row and h.party_id <> r.party_id""")
        .param(id.value())
        .update();
    settle(id);
  }

  /** Leads rows that repeat a repeating row to the first of them, and finds a new first where that one failed. */
  public void settle(ImportId id) {
    int moved;
    do {
      moved = db.sql("""
          update constituents.import_row r
          set of_row = h.of_row, party_id = h.party_id
          from constituents.import_row h
          where r.import_id = ? and r.outcome = 'repeats' and r.party_id is null
            and h.import_id = r.import_id and h.row_no = r.of_row and h.outcome = 'repeats'""")
          .param(id.value())
          .update();
    } while (moved > 0);
    db.sql("""
        with orphan as (
          select r.row_no, min(r.row_no) over (partition by r.of_row) as head
          from constituents.import_row r
          join constituents.import_row h on h.import_id = r.import_id and h.row_no = r.of_row
          where r.import_id = ? and r.outcome = 'repeats' and h.outcome = 'failed'
        )
        update constituents.import_row r
        set outcome = case when o.head = r.row_no then 'new' else 'repeats' end,
          of_row = case when o.head = r.row_no then null else o.head end,
          reason = null,
          party_id = case when o.head = r.row_no then uuidv7() end
        from orphan o
        where r.import_id = ? and r.row_no = o.row_no""")
        .params(id.value(), id.value())
        .update();
    db.sql("""
        update constituents.import_row r
        set party_id = h.party_id
        from constituents.import_row h
        where r.import_id = ? and r.outcome = 'repeats' and r.party_id is null and h.import_id = r.import_id and h.row_no = r.of_row""")
        .param(id.value())
        .update();
  }

  /**
   * Rows with several numbers of which one leads to another client than the row does.
   *
   * @return whether there are any
   */
  boolean failDisagreeing(ImportId id) {
    return hasSeveralNumbers(id) && disagreeing(id) > 0;
  }

  private boolean hasSeveralNumbers(ImportId id) {
    return db.sql("select exists (select 1 from constituents.import_staged where import_id = ? and cardinality(identity_numbers) > 1)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  private int disagreeing(ImportId id) {
    db.sql(COLLECT_CLAIMS).param("import", id.value()).update();
    db.sql("analyze pg_temp.import_claim").update();
    return db.sql("""
        with claimed as (
          select row_no, party_id, first_value(party_id) over same as holder, first_value(row_no) over same as head
          from pg_temp.import_claim
          where key in (select key from pg_temp.import_claim where among_several)
          window same as (partition by key order by row_no)
        ),
        disagreeing as (
          select row_no, min(head) as head
          from claimed
          where party_id <> holder
          group by row_no
        )
        update constituents.import_row r
        set outcome = 'failed', reason = 'numbers_of_rows', of_row = d.head, party_id = null
        from disagreeing d
        where r.import_id = ? and r.row_no = d.row_no""")
        .param(id.value())
        .update();
  }
}
