package org.silah.constituents.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;
import org.silah.access.Branches;
import org.silah.access.Sights;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.PersonName;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What became of each row. The store of {@code constituents.import_row} and {@code import_staged}, beside matching, commit and undo. */
@Repository
class ImportRows {

  private static final TypeReference<List<RowProblem>> PROBLEMS = new TypeReference<>() {};
  private static final TypeReference<List<String>> CELLS = new TypeReference<>() {};
  private static final Set<String> OF_A_NAME = Set.of(ClientFields.NAME, "given_name", "father_name", "grandfather_name", "family_name");
  private static final int FETCHED_AT_ONCE = 1_000;

  private static final String PAGE = """
      select r.row_no, r.outcome, r.reason, r.of_row, r.problems, r.cells, s.display_name as staged_name,
        p.id as known_id, p.display_name as known_name, p.home_branch_id as known_home, p.seen_by as known_seen_by,
        o.id as other_known_id, o.display_name as other_name, o.home_branch_id as other_known_home, o.seen_by as other_known_seen_by,
        s.phones, s.emails, s.identity_kinds, s.identity_numbers, s.birth_on, s.city
      from constituents.import_row r
      left join constituents.import_staged s on s.import_id = r.import_id and s.row_no = r.row_no
      left join constituents.party p on p.id = r.party_id and p.removed_at is null
      left join constituents.party o on o.id = r.other_id and o.removed_at is null
      where r.import_id = ? and r.row_no > ?""";

  private final JdbcClient db;
  private final JsonMapper json;
  private final Branches branches;
  private final Sights sights;
  private final Seen seen;

  ImportRows(JdbcClient db, JsonMapper json, Branches branches, Sights sights, Seen seen) {
    this.db = db;
    this.json = json;
    this.branches = branches;
    this.sights = sights;
    this.seen = seen;
  }

  void clear(ImportId id) {
    clearStaged(id);
    db.sql("delete from constituents.import_row where import_id = ?").param(id.value()).update();
  }

  void clearStaged(ImportId id) {
    db.sql("delete from constituents.import_staged where import_id = ?").param(id.value()).update();
  }

  /** Rows of the file by outcome, and by outcome and reason. */
  Map<String, Long> counts(Import job) {
    var counts = new LinkedHashMap<String, Long>();
    db.sql("""
        select outcome, reason, count(*) as rows
        from constituents.import_row
        where import_id = ? and (outcome = 'failed' or (row_no - 1) % ? = 0)
        group by outcome, reason
        order by outcome, reason""")
        .params(job.id().value(), job.spread())
        .query(row -> {
          counts.merge(row.getString("outcome"), row.getLong("rows"), Long::sum);
          if (row.getString("reason") != null) {
            counts.put(row.getString("outcome") + "." + row.getString("reason"), row.getLong("rows"));
          }
        });
    return counts;
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

  /** @param rows numbered as they are staged */
  void keepCells(ImportId id, List<Batch.Row> rows) {
    db.sql("""
        update constituents.import_row r
        set cells = c.cells::jsonb
        from unnest(?::int[], ?::text[]) as c (row_no, cells)
        where r.import_id = ? and r.row_no = c.row_no""")
        .params(rows.stream().map(Batch.Row::number).toArray(Integer[]::new),
            rows.stream().map(row -> json.writeValueAsString(row.cells())).toArray(String[]::new), id.value())
        .update();
  }

  /** Behind row {@code after}, all or those with one outcome. What is staged is there until the import is finished. */
  List<ImportRow> page(Import job, @Nullable String outcome, int after, int limit) {
    var query = Sql.of(PAGE, job.id().value(), after * job.spread()).append("and (r.outcome = 'failed' or (r.row_no - 1) % ? = 0)", job.spread());
    if (outcome != null) {
      query = query.append("and r.outcome = ?", outcome);
    }
    query = query.append("order by r.row_no limit ?", limit);
    return db.sql(query.text()).params(query.values()).query((row, _) -> read(row, job)).list();
  }

  /** One after the other. Needs a transaction. */
  void forEachFailed(Import job, Consumer<ImportRow> each) {
    var query = Sql.of(PAGE, job.id().value(), 0).append("and r.outcome = 'failed' order by r.row_no");
    db.sql(query.text()).withFetchSize(FETCHED_AT_ONCE).params(query.values()).query((ResultSet row) -> each.accept(read(row, job)));
  }

  /** Clients who stay although their import was undone: name and message key of the reason. */
  List<Kept> kept(ImportId id, int limit) {
    var query = Sql.of("""
        select k.party_id, p.display_name, k.reason
        from constituents.import_kept k
        join constituents.party p on p.id = k.party_id
        where k.import_id = ?""", id.value())
        .append(seen.only()).append("order by p.name_key, p.id limit ?", limit);
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new Kept(PartyId.of(row.getString("party_id")), row.getString("display_name"), row.getString("reason")))
        .list();
  }

  record Kept(PartyId party, String name, String reason) {}

  private ImportRow read(ResultSet row, Import job) throws SQLException {
    var cells = json(row, "cells", CELLS);
    var known = inSight(row, "known");
    var other = inSight(row, "other_known");
    var staged = row.getString("staged_name");
    var name = staged == null && known ? row.getString("known_name") : staged;
    var birthOn = row.getDate("birth_on");
    var ofRow = row.getObject("of_row", Integer.class);
    return new ImportRow(
        job.fileRow(row.getInt("row_no")), row.getInt("row_no"), row.getString("outcome"), row.getString("reason"), name == null ? name(cells, job.columns()) : name,
        known ? party(row, "known_id") : null, known ? row.getString("known_name") : null, ofRow == null ? null : job.fileRow(ofRow),
        other ? party(row, "other_known_id") : null, other ? row.getString("other_name") : null,
        !known ? branch(row, "known_home") : !other ? branch(row, "other_known_home") : null,
        new ImportRow.Read(texts(row, "phones"), texts(row, "emails"), numbers(row),
            birthOn == null ? null : birthOn.toLocalDate(), row.getString("city")),
        json(row, "problems", PROBLEMS), cells);
  }

  /** Nobody there is nobody hidden. */
  private boolean inSight(ResultSet row, String who) throws SQLException {
    var seenBy = row.getArray(who + "_seen_by");
    return seenBy == null || Arrays.stream((UUID[]) seenBy.getArray()).anyMatch(sights.current()::sees);
  }

  private Branch branch(ResultSet row, String column) throws SQLException {
    return branches.find(row.getObject(column, UUID.class)).orElseThrow();
  }

  private static @Nullable String name(List<String> cells, Columns columns) {
    var parts = new ArrayList<String>();
    for (int i = 0; i < Math.min(cells.size(), columns.width()); i++) {
      if (OF_A_NAME.contains(columns.fields().get(i)) && !cells.get(i).isBlank()) {
        parts.add(PersonName.clean(cells.get(i)));
      }
    }
    return parts.isEmpty() ? null : String.join(" ", parts);
  }

  private <T> List<T> json(ResultSet row, String column, TypeReference<List<T>> type) throws SQLException {
    var text = row.getString(column);
    return text == null ? List.of() : json.readValue(text, type);
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static List<ImportRow.Read.Number> numbers(ResultSet row) throws SQLException {
    var kinds = texts(row, "identity_kinds");
    var numbers = texts(row, "identity_numbers");
    return IntStream.range(0, numbers.size()).mapToObj(i -> new ImportRow.Read.Number(kinds.get(i), numbers.get(i))).toList();
  }

  private static @Nullable PartyId party(ResultSet row, String column) throws SQLException {
    var id = row.getObject(column, UUID.class);
    return id == null ? null : new PartyId(id);
  }
}
