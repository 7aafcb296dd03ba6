package org.silah.constituents.families;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.silah.access.Audit;
import org.silah.constituents.imports.Chunk;
import org.silah.constituents.imports.ImportId;
import org.silah.constituents.imports.ImportKind;
import org.silah.constituents.imports.Repeats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Ties of lists, written and taken back by the chunk. A tie is written with the later of its two rows where the list brings the other as well:
 * then both are there. The store of {@code constituents.staged_tie}.
 */
@Repository
class StagedTies {

  private static final String DUE = """
      due as materialized (
        select *
        from constituents.due_tie
        where import_id = :import and due_row between :first and :last
      )
      """;

  private static final String COMMIT = "with " + DUE + """
      , added as (
        insert into constituents.tie (id, kind, what, from_id, to_id, since, until, ended, post, influence, decision_style, sways, reach, note, source,
          recorded_at, recorded_by, end_recorded_at, end_recorded_by, import_id)
        select uuidv7(), kind, what, from_id, to_id, since, until, case when until is not null then 'over' end, post, influence, decision_style, sways, reach,
          note, :source, :at::timestamptz, :by, case when until is not null then :at::timestamptz end, case when until is not null then :by end, :import::uuid
        from due
        where found_id is not null and not other_failed
        order by from_id, to_id, row_no
        on conflict do nothing
        returning from_id, to_id
      )
      select from_id as party_id
      from added
      union
      select to_id
      from added
      """;

  private static final String UNDO = """
      with gone as (
        delete from constituents.tie t
        using constituents.import_row r
        where r.import_id = :import and r.row_no between :first and :last and r.outcome in ('new', 'joined', 'repeats')
          and t.import_id = :import and r.party_id in (t.from_id, t.to_id)
        returning t.from_id, t.to_id
      )
      select from_id as party_id
      from gone
      union
      select to_id
      from gone
      """;

  private final JdbcClient db;
  private final FoundOthers others;
  private final MistakenTies mistaken;
  private final Ties ties;
  private final Repeats repeats;
  private final Audit audit;

  StagedTies(JdbcClient db, FoundOthers others, MistakenTies mistaken, Ties ties, Repeats repeats, Audit audit) {
    this.db = db;
    this.others = others;
    this.mistaken = mistaken;
    this.ties = ties;
    this.repeats = repeats;
    this.audit = audit;
  }

  /** Finds the others before the preview; before anything is written they are held, and judged as they are by then. */
  void judge(ImportKind.Rows rows) {
    if (rows.writing()) {
      ties.holdDescent();
      hold(rows);
    } else {
      db.sql("select constituents.analyse_families()").query((_, _) -> 0).list();
      others.find(rows.id());
    }
    if (mistaken.fail(rows) > 0) {
      repeats.settle(rows.id());
    }
  }

  /** In the order in which everybody holds clients. */
  private void hold(ImportKind.Rows rows) {
    db.sql("with " + DUE + """
        select p.id
        from constituents.party p
        where p.id in (select from_id from due union select to_id from due)
        order by p.id
        for no key update""")
        .param("import", rows.id().value()).param("first", rows.first()).param("last", rows.last())
        .query(UUID.class).list();
  }

  /** In the transaction that made or found the clients. */
  Set<UUID> commit(Chunk chunk) {
    var parties = of(chunk, db.sql(COMMIT))
        .param("at", java.sql.Timestamp.from(chunk.at())).param("by", chunk.recordedBy()).param("source", chunk.settings().source())
        .query(UUID.class).list();
    audit.record("tie.import", "import", chunk.id(), Map.of("first_row", chunk.firstRow(), "last_row", chunk.lastRow(), "clients", parties.size()));
    return new HashSet<>(parties);
  }

  /** What nobody has put right since. */
  Collection<UUID> undo(Chunk chunk) {
    List<UUID> parties = of(chunk, db.sql(UNDO)).query(UUID.class).list();
    audit.record("tie.import.undo", "import", chunk.id(), Map.of("first_row", chunk.firstRow(), "last_row", chunk.lastRow(), "clients", parties.size()));
    return parties;
  }

  void clear(ImportId id) {
    db.sql("delete from constituents.staged_tie where import_id = ?").param(id.value()).update();
  }

  private static StatementSpec of(Chunk chunk, StatementSpec statement) {
    return statement.param("import", chunk.id().value()).param("first", chunk.firstRow()).param("last", chunk.lastRow());
  }
}
