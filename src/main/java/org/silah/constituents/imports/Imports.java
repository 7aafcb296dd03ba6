package org.silah.constituents.imports;

import java.nio.charset.Charset;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;
import org.silah.access.Branches;
import org.silah.access.Hidden;
import org.silah.access.Sights;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Sql;
import org.silah.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All imports; who asks meets only those of branches in sight. The store of {@code constituents.import}. */
@Repository
class Imports implements Hidden {

  private static final TypeReference<List<List<String>>> SAMPLE = new TypeReference<>() {};
  private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;
  private final Branches branches;
  private final Sights sights;

  Imports(JdbcClient db, JsonMapper json, Branches branches, Sights sights) {
    this.db = db;
    this.json = json;
    this.branches = branches;
    this.sights = sights;
  }

  void add(Import fresh) {
    var shape = fresh.shape();
    var settings = fresh.settings();
    db.sql("""
        insert into constituents.import (id, kind, state, file_name, file_bytes, format, encoding, delimiter, certain, sheet, sheets,
          header_row, headers, sample, fields, branch_id, region, language, options, begun_on, created_at, created_by, asked_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)""")
        .params(fresh.id().value(), fresh.kind(), fresh.state().code(), fresh.fileName(), fresh.fileBytes(), shape.format().code(),
            encoding(shape), delimiter(shape), shape.certain(), shape.sheet(), texts(shape.sheets()), shape.headerRow(),
            texts(fresh.columns().headers()), json.writeValueAsString(fresh.sample()), texts(fresh.columns().fields()), settings.branch().id(),
            settings.region(), settings.language().code(), json.writeValueAsString(settings.options()), settings.today(),
            Timestamp.from(fresh.createdAt()), fresh.createdBy(), fresh.askedBy())
        .update();
  }

  Optional<Import> find(ImportId id) {
    return db.sql("select * from constituents.import where id = ?").param(id.value()).query(this::read).optional()
        .filter(job -> sights.current().sees(job.settings().branch().id()));
  }

  @Override
  public Set<String> words() {
    return Set.of("imports");
  }

  @Override
  public boolean isInSight(UUID id) {
    return find(new ImportId(id)).isPresent();
  }

  /** @throws NoSuchElementException if there is none */
  Import get(ImportId id) {
    return find(id).orElseThrow();
  }

  /** Holds it until the transaction ends, so that two who would change its state come one after the other. */
  Import hold(ImportId id) {
    return db.sql("select * from constituents.import where id = ? for update").param(id.value()).query(this::read).optional().orElseThrow();
  }

  /** Those in sight, the newest first, behind {@code before}. */
  List<Import> before(@Nullable Import before, int limit) {
    var at = before == null ? Timestamp.from(Instant.parse("9999-01-01T00:00:00Z")) : Timestamp.from(before.createdAt());
    var id = before == null ? new UUID(0, 0) : before.id().value();
    var query = Sql.of("select * from constituents.import where (created_at, id) < (?, ?)", at, id);
    var sight = sights.current();
    if (!sight.isWhole()) {
      query = query.append("and branch_id = any (?)", (Object) sight.array());
    }
    query = query.append("order by created_at desc, id desc limit ?", limit);
    var known = branches.all().stream().collect(Collectors.toMap(Branch::id, branch -> branch));
    return db.sql(query.text()).params(query.values()).query((row, _) -> read(row, known::get)).list();
  }

  /** How the columns of the newest import with these very headers were read. */
  Optional<List<String>> fieldsOfLast(String kind, List<String> headers) {
    return db.sql("""
        select fields
        from constituents.import
        where kind = ? and headers = ?::text[] and state in ('preview', 'committing', 'done')
        order by created_at desc
        limit 1""")
        .params(kind, texts(headers))
        .query((row, _) -> texts(row.getArray("fields")))
        .optional();
  }

  void read(ImportId id, Beginning beginning, List<String> fields) {
    var shape = beginning.shape();
    db.sql("""
        update constituents.import
        set encoding = ?, delimiter = ?, certain = ?, sheet = ?, header_row = ?, headers = ?, sample = ?::jsonb, fields = ?
        where id = ?""")
        .params(encoding(shape), delimiter(shape), shape.certain(), shape.sheet(), shape.headerRow(), texts(beginning.headers()),
            json.writeValueAsString(beginning.sample()), texts(fields), id.value())
        .update();
  }

  void choose(ImportId id, String kind, List<String> fields, ImportSettings settings, int spread, boolean certain) {
    db.sql("""
        update constituents.import
        set kind = ?, fields = ?, spread = ?, branch_id = ?, region = ?, language = ?, options = ?::jsonb, certain = ?
        where id = ?""")
        .params(kind, texts(fields), spread, settings.branch().id(), settings.region(), settings.language().code(),
            json.writeValueAsString(settings.options()), certain, id.value())
        .update();
  }

  void enter(ImportId id, ImportState state) {
    db.sql("update constituents.import set state = ? where id = ?").params(state.code(), id.value()).update();
  }

  /** Enters a state in which a job works, in the name of {@code askedBy}. */
  void ask(ImportId id, ImportState state, String askedBy) {
    db.sql("update constituents.import set state = ?, asked_by = ?, problem = null, problem_args = '{}' where id = ?")
        .params(state.code(), askedBy, id.value())
        .update();
  }

  void beginAgain(ImportId id) {
    db.sql("update constituents.import set last_row = 0, done_row = 0, read_bytes = 0, counts = '{}' where id = ?").param(id.value()).update();
  }

  void begunCommitting(ImportId id, Instant at) {
    db.sql("update constituents.import set committed_at = ? where id = ?").params(Timestamp.from(at), id.value()).update();
  }

  void finished(ImportId id, Instant at) {
    db.sql("update constituents.import set finished_at = ?, sample = '[]' where id = ?").params(Timestamp.from(at), id.value()).update();
  }

  void counted(ImportId id, Map<String, Long> counts) {
    db.sql("update constituents.import set counts = ?::jsonb where id = ?").params(json.writeValueAsString(counts), id.value()).update();
  }

  /** It cannot go on, for a reason that people can read. */
  void broken(ImportId id, BrokenRule reason) {
    var args = Arrays.stream(reason.args()).map(String::valueOf).toArray(String[]::new);
    db.sql("update constituents.import set state = 'broken', problem = ?, problem_args = ?, sample = '[]' where id = ?")
        .params(reason.key(), args, id.value())
        .update();
  }

  /**
   * Begins to work on it. Who began before and is believed dead can write no more: its next {@link #proceed} fails.
   *
   * @return the claim to proceed with
   */
  int claim(ImportId id) {
    return db.sql("update constituents.import set claim = claim + 1 where id = ? returning claim").param(id.value()).query(Integer.class).single();
  }

  /**
   * Holds the import until the transaction ends, for one step of work.
   *
   * @throws ImportTakenOver if somebody else began to work on it, or it is not in this state any more
   */
  Import proceed(ImportId id, int claim, ImportState state) {
    var held = hold(id);
    if (held.claim() != claim || held.state() != state) {
      throw new ImportTakenOver(id);
    }
    return held;
  }

  void staged(ImportId id, int lastRow, long readBytes) {
    db.sql("update constituents.import set last_row = ?, read_bytes = ? where id = ?").params(lastRow, readBytes, id.value()).update();
  }

  void done(ImportId id, int row) {
    db.sql("update constituents.import set done_row = ? where id = ?").params(row, id.value()).update();
  }

  void undone(ImportId id, int row) {
    db.sql("update constituents.import set undone_row = ? where id = ?").params(row, id.value()).update();
  }

  private static @Nullable String encoding(FileShape shape) {
    return shape.encoding() == null ? null : shape.encoding().name();
  }

  private static @Nullable String delimiter(FileShape shape) {
    return shape.delimiter() == null ? null : shape.delimiter().toString();
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private Import read(ResultSet row, int index) throws SQLException {
    return read(row, id -> branches.find(id).orElseThrow());
  }

  private Import read(ResultSet row, Function<UUID, Branch> branch) throws SQLException {
    var id = new ImportId(row.getObject("id", UUID.class));
    var encoding = row.getString("encoding");
    var delimiter = row.getString("delimiter");
    return new Import(
        id,
        row.getString("kind"),
        ImportState.of(row.getString("state")),
        row.getString("file_name"),
        row.getLong("file_bytes"),
        new FileShape(FileFormat.of(row.getString("format")), encoding == null ? null : Charset.forName(encoding),
            delimiter == null ? null : delimiter.charAt(0), row.getBoolean("certain"), row.getInt("sheet"), texts(row.getArray("sheets")),
            row.getInt("header_row")),
        new Columns(texts(row.getArray("headers")), texts(row.getArray("fields"))),
        json.readValue(row.getString("sample"), SAMPLE),
        new ImportSettings(id, branch.apply(row.getObject("branch_id", UUID.class)), row.getString("region"), Language.of(row.getString("language")).orElseThrow(),
            json.readValue(row.getString("options"), OPTIONS), row.getDate("begun_on").toLocalDate()),
        json.readValue(row.getString("counts"), COUNTS),
        row.getInt("spread"),
        row.getInt("last_row"),
        row.getInt("done_row"),
        row.getInt("undone_row"),
        row.getLong("read_bytes"),
        row.getString("problem"),
        texts(row.getArray("problem_args")),
        row.getInt("claim"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        row.getString("asked_by"),
        instant(row, "committed_at"),
        instant(row, "finished_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
