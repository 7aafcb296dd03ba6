package org.silah.constituents.imports;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds for every staged row the client it is about, in a few statements for the whole file. In this order: a number (of an
 * identity, or the branch's own), a phone whose holder's name agrees, an e-mail with the same name, and for rows that have
 * none of these the very same row of an earlier import; each first among the known clients, then among the rows above.
 * Phones, e-mails and whole rows only as {@link MatchRules} say. What comes out does not depend on how the work is cut into chunks. A phone that more than twenty have is nobody's: then only
 * the same name counts.
 */
@Repository
class Matching {

  private static final String WRITE_FIRST = """
      insert into constituents.import_row (import_id, row_no, outcome, reason, party_id, of_row, other_id)
      select :import, s.row_no,
        case when k.mistake is not null or h.another is not null then 'failed' when k.party_id is not null then 'joined' else 'new' end,
        case when k.mistake is not null then k.mistake when h.another is not null then 'number_of_row' when k.party_id is not null then k.reason
          when k.other_id is not null or h.shared is not null then 'shares_phone' end,
        case when k.mistake is null and h.another is null then coalesce(k.party_id, uuidv7()) end,
        case when h.another is not null then h.another when k.party_id is null and k.other_id is null then h.shared end,
        case when k.mistake is not null then k.party_id when k.party_id is null then k.other_id end
      from constituents.import_staged s
      left join pg_temp.import_known k on k.row_no = s.row_no
      left join pg_temp.import_head h on h.row_no = s.row_no
      where s.import_id = :import and h.of_row is null
      order by s.row_no
      """;

  private static final String WRITE_REPEATING = """
      insert into constituents.import_row (import_id, row_no, outcome, party_id, of_row)
      select :import, h.row_no, 'repeats', r.party_id, h.of_row
      from pg_temp.import_head h
      left join constituents.import_row r on r.import_id = :import and r.row_no = h.of_row
      where h.of_row is not null
      order by h.row_no
      """;

  private final JdbcClient db;
  private final KnownClients known;
  private final RowsAbove above;
  private final Repeats repeats;
  private final LikelyKnown likely;

  Matching(JdbcClient db, KnownClients known, RowsAbove above, Repeats repeats, LikelyKnown likely) {
    this.db = db;
    this.known = known;
    this.above = above;
    this.repeats = repeats;
    this.likely = likely;
  }

  /**
   * Writes what would become of every staged row. The way goes through temporary tables, each analysed before the next is made
   * of it: without figures the planner would compare every row with every other.
   */
  void match(ImportId id, MatchRules rules) {
    analyse();
    known.find(id, rules);
    above.find(id, rules);
    db.sql(WRITE_FIRST).param("import", id.value()).update();
    db.sql(WRITE_REPEATING).param("import", id.value()).update();
    analyse();
    repeats.settle(id);
    if (repeats.failDisagreeing(id)) {
      repeats.settle(id);
    }
    joined(id, likely.look(id, rules.joinsCertain()));
  }

  private void analyse() {
    db.sql("select constituents.analyse_import()").query((_, _) -> 0).list();
  }

  /**
   * Looks again before rows are committed, because others went on working since the preview: clients who became known in the
   * meantime are joined, not doubled.
   */
  void matchAgain(ImportId id, MatchRules rules, int first, int last) {
    var changed = known.matchAgain(id, rules, first, last);
    if (!changed.isEmpty()) {
      joined(id, changed);
    }
  }

  /** These rows have another client than before: those that repeat them have it too. */
  void joined(ImportId id, Collection<Integer> rows) {
    db.sql("""
        update constituents.import_row r
        set party_id = h.party_id
        from constituents.import_row h
        where r.import_id = ? and r.outcome = 'repeats' and h.import_id = r.import_id and h.row_no = r.of_row and h.row_no = any (?)""")
        .params(id.value(), rows.toArray(Integer[]::new))
        .update();
    repeats.settle(id);
  }

  /** Rows whose client was removed since the preview fail. */
  void failRemoved(ImportId id) {
    db.sql("""
        update constituents.import_row r
        set outcome = 'failed', reason = 'client_removed'
        where r.import_id = ? and r.outcome = 'joined'
          and not exists (select 1 from constituents.party p where p.id = r.party_id and p.removed_at is null)""")
        .param(id.value())
        .update();
    repeats.settle(id);
  }

  /** What is wrong with one part of a row is wrong with all of it; one part is left to tell. */
  void failWhole(ImportId id, int spread, int first, int last) {
    int failed = db.sql("""
        with mistaken as (
          select (row_no - 1) / :spread as file_row, min(row_no) as row_no
          from constituents.import_row
          where import_id = :import and row_no between :first and :last and outcome = 'failed'
          group by 1
          having count(*) < :spread
        )
        update constituents.import_row r
        set outcome = 'failed', reason = 'part', party_id = null
        from mistaken m
        where r.import_id = :import and r.row_no between m.file_row * :spread + 1 and (m.file_row + 1) * :spread and r.row_no <> m.row_no""")
        .param("import", id.value()).param("spread", spread).param("first", first).param("last", last)
        .update();
    if (failed > 0) {
      repeats.settle(id);
      db.sql("delete from constituents.import_row where import_id = ? and outcome = 'failed' and reason = 'part'").param(id.value()).update();
    }
  }
}
