package org.silah.copies;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All tables of a copy, out and in, by PostgreSQL's own COPY. The only class that touches tables of every module; it names none of them.
 * Texts are guarded as {@link org.silah.kernel.PlainCell} does it, so that no cell is a formula in a spreadsheet.
 */
@Repository
class CopyTables {

  /** What PlainCell looks for, in the words of PostgreSQL. */
  private static final String LIVE = "('*[=+@\\t\\r＝＋－＠-])".replace("'", "''");
  private static final String GUARD = "regexp_replace(%1$s, '^" + LIVE + "', '''\\1') as %1$s";
  private static final String PLAIN = "regexp_replace(%1$s, '^''" + LIVE + "', '\\1')";

  private final JdbcTemplate jdbc;
  private final JdbcClient db;
  private final List<Copied> modules;

  CopyTables(JdbcTemplate jdbc, List<Copied> modules) {
    this.jdbc = jdbc;
    this.db = JdbcClient.create(jdbc);
    this.modules = List.copyOf(modules);
  }

  /** That rows of a table name rows of another, in these columns. */
  private record Pointer(String table, String to, List<String> columns) {}

  private interface Copying<T> {
    T with(CopyManager copies) throws java.sql.SQLException, IOException;
  }

  /** By name, but none before one that its rows point to. */
  List<CopiedTable> all() {
    var named = new TreeMap<String, CopiedTable>();
    modules.stream().flatMap(module -> module.tables().stream()).forEach(table -> named.put(table.name(), table));
    var pointing = pointing();
    var all = new LinkedHashSet<CopiedTable>();
    named.values().forEach(table -> place(table, named, pointing, all));
    return List.copyOf(all);
  }

  private static void place(CopiedTable table, Map<String, CopiedTable> named, Map<String, List<Pointer>> pointing, Set<CopiedTable> placed) {
    for (var pointer : pointing.getOrDefault(table.name(), List.of())) {
      var to = named.get(pointer.to());
      if (to != null && !to.equals(table) && !placed.contains(to) && (table.later() == null || !pointer.columns().contains(table.later()))) {
        place(to, named, pointing, placed);
      }
    }
    placed.add(table);
  }

  private Map<String, List<Pointer>> pointing() {
    return db.sql("""
        select c.conrelid::regclass::text as pointing, c.confrelid::regclass::text as pointed, array_agg(a.attname::text) as columns
        from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
        where c.contype = 'f'
        group by c.oid, c.conrelid, c.confrelid
        order by 1, 2""")
        .query((row, _) -> new Pointer(row.getString("pointing"), row.getString("pointed"), List.of((String[]) row.getArray("columns").getArray())))
        .list().stream()
        .collect(groupingBy(Pointer::table));
  }

  void refuseHalf() {
    modules.forEach(Copied::refuseHalf);
  }

  void makeAnew() {
    modules.forEach(Copied::makeAnew);
  }

  /** Moments, days and bytes are written in one way, wherever the server stands. */
  void speakPlainly() {
    jdbc.execute("set local timezone to 'UTC'; set local datestyle to 'ISO, YMD'; set local bytea_output to 'hex'");
  }

  /** @return how many rows */
  long out(CopiedTable table, OutputStream file) {
    return copying(copies -> copies.copyOut(outOf(table), file));
  }

  String outOf(CopiedTable table) {
    var texts = texts(table);
    return "copy (select "
        + table.columns().stream().map(column -> texts.contains(column) ? GUARD.formatted(column) : column).collect(joining(", "))
        + " from " + table.name()
        + (table.only() == null ? "" : " where " + table.only())
        + " order by " + key(table).stream().map(column -> table.name() + "." + column).collect(joining(", "))
        + ") to stdout (format csv, header)";
  }

  /** Nobody comes in until the transaction ends. @throws NotEmpty if somebody was here already */
  void refuseUnlessEmpty() {
    modules.forEach(Copied::holdOff);
    for (var table : all()) {
      if (!table.instead() && Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from " + table.name() + ")", Boolean.class))) {
        throw new NotEmpty(table.name());
      }
    }
  }

  /** What every charity begins with. */
  void clear() {
    for (var table : all().reversed()) {
      if (table.instead()) {
        jdbc.execute("delete from " + table.name());
      }
    }
  }

  /** @return how many rows */
  long in(CopiedTable table, InputStream file) {
    long rows = incoming(table, file);
    jdbc.execute(inTo(table));
    jdbc.execute("drop table pg_temp.incoming");
    return rows;
  }

  /** What waited until all tables were there. */
  void inLater(CopiedTable table, InputStream file) {
    incoming(table, file);
    jdbc.execute(later(table));
    jdbc.execute("drop table pg_temp.incoming");
  }

  private long incoming(CopiedTable table, InputStream file) {
    jdbc.execute("create temp table incoming on commit drop as select " + String.join(", ", table.columns()) + " from " + table.name() + " with no data");
    return copying(copies -> copies.copyIn("copy pg_temp.incoming from stdin (format csv, header match)", file));
  }

  String inTo(CopiedTable table) {
    var texts = texts(table);
    var now = table.columns().stream().filter(column -> !column.equals(table.later())).toList();
    return "insert into " + table.name()
        + " (" + Stream.concat(now.stream(), table.put().keySet().stream()).collect(joining(", ")) + ") overriding system value select "
        + Stream.concat(now.stream().map(column -> plain(column, texts)), table.put().values().stream()).collect(joining(", "))
        + " from pg_temp.incoming";
  }

  private String later(CopiedTable table) {
    var key = key(table);
    return "update " + table.name() + " set " + table.later() + " = incoming." + table.later() + " from pg_temp.incoming where incoming." + table.later() + " is not null and "
        + key.stream().map(column -> table.name() + "." + column + " = incoming." + column).collect(joining(" and "));
  }

  private static String plain(String column, Set<String> texts) {
    return texts.contains(column) ? PLAIN.formatted(column) : column;
  }

  /** 0 for one that has not begun. */
  Map<String, Long> sequences() {
    var all = new TreeMap<String, Long>();
    modules.stream().flatMap(module -> module.sequences().stream()).forEach(name ->
        all.put(name, db.sql("select coalesce(last_value, 0) from pg_sequences where schemaname || '.' || sequencename = ?").param(name).query(Long.class).single()));
    return all;
  }

  /** Not undone with the transaction, therefore last: numbers are skipped then, never given twice. */
  void goOnFrom(Map<String, Long> sequences) {
    sequences.forEach((name, last) ->
        db.sql("select setval(?::regclass, greatest(?, 1), ?)").params(name, last, last > 0).query(Long.class).single());
  }

  private Set<String> texts(CopiedTable table) {
    return new HashSet<>(db.sql("""
        select attname
        from pg_attribute
        where attrelid = ?::regclass and attnum > 0 and not attisdropped and atttypid = 'text'::regtype""")
        .param(table.name())
        .query(String.class)
        .list());
  }

  private List<String> key(CopiedTable table) {
    return db.sql("""
        select a.attname
        from pg_index i
        cross join lateral unnest(i.indkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
        where i.indrelid = ?::regclass and i.indisprimary
        order by k.place""")
        .param(table.name())
        .query(String.class)
        .list();
  }

  private <T extends @Nullable Object> T copying(Copying<T> work) {
    return jdbc.execute((java.sql.Connection connection) -> {
      try {
        return work.with(connection.unwrap(PGConnection.class).getCopyAPI());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    });
  }
}
