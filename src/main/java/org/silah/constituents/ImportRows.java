package org.silah.constituents;

import java.util.List;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What became of each row. The store of {@code constituents.import_row} and {@code import_staged}, beside matching, commit and undo. */
@Repository
class ImportRows {

  private final JdbcClient db;
  private final JsonMapper json;

  ImportRows(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  void clear(ImportId id) {
    clearStaged(id);
    db.sql("delete from constituents.import_row where import_id = ?").param(id.value()).update();
  }

  void clearStaged(ImportId id) {
    db.sql("delete from constituents.import_staged where import_id = ?").param(id.value()).update();
  }

  /** Skips the rows that {@code already}, a query for {@code row_no}, names. */
  int skip(ImportId id, Sql already) {
    var skip = already.within("""
        update constituents.import_row
        set outcome = 'skipped', reason = 'recorded_before'
        where outcome in ('joined', 'repeats') and row_no in (%s)""").append("and import_id = ?", id.value());
    return db.sql(skip.text()).params(skip.values()).update();
  }

  /** Rows that failed only when they were matched, whose cells are not kept yet. */
  List<Integer> failedWithoutCells(ImportId id) {
    return db.sql("select row_no from constituents.import_row where import_id = ? and outcome = 'failed' and cells is null order by row_no")
        .param(id.value())
        .query(Integer.class)
        .list();
  }

  void keepCells(ImportId id, List<ImportBatch.Row> rows) {
    db.sql("""
        update constituents.import_row r
        set cells = c.cells::jsonb
        from unnest(?::int[], ?::text[]) as c (row_no, cells)
        where r.import_id = ? and r.row_no = c.row_no""")
        .params(rows.stream().map(ImportBatch.Row::number).toArray(Integer[]::new),
            rows.stream().map(row -> json.writeValueAsString(row.cells())).toArray(String[]::new), id.value())
        .update();
  }

  static final TypeReference<List<ImportProblem>> PROBLEMS = new TypeReference<>() {};
  static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
}
