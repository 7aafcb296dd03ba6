package org.silah.constituents.imports;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the columns of lists were read before, by name. The store of {@code constituents.import_mapping}. */
@Repository
class Mappings {

  private final JdbcClient db;
  private final Clock clock;

  Mappings(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Replaces what had the name. */
  void save(String kind, String name, Columns columns, String by) {
    db.sql("""
        insert into constituents.import_mapping (kind, name, headers, fields, saved_at, saved_by)
        values (?, ?, ?, ?, ?, ?)
        on conflict (kind, name) do update
        set headers = excluded.headers, fields = excluded.fields, saved_at = excluded.saved_at, saved_by = excluded.saved_by""")
        .params(kind, name, texts(columns.headers()), texts(columns.fields()), Timestamp.from(clock.instant()), by)
        .update();
  }

  /** The fields last saved for a file with these very headers. */
  Optional<List<String>> forHeaders(String kind, List<String> headers) {
    return db.sql("select fields from constituents.import_mapping where kind = ? and headers = ?::text[] order by saved_at desc limit 1")
        .params(kind, texts(headers))
        .query((row, _) -> texts(row.getArray("fields")))
        .optional();
  }

  /** For {@code headers} the fields saved by this name; columns that the saved list did not have are left out. */
  Optional<List<String>> named(String kind, String name, List<String> headers) {
    return db.sql("select headers, fields from constituents.import_mapping where kind = ? and name = ?")
        .params(kind, name)
        .query((row, _) -> new Columns(texts(row.getArray("headers")), texts(row.getArray("fields"))))
        .optional()
        .map(saved -> carriedOver(saved, headers));
  }

  List<String> names(String kind) {
    return db.sql("select name from constituents.import_mapping where kind = ? order by name limit 100").param(kind).query(String.class).list();
  }

  private static List<String> carriedOver(Columns saved, List<String> headers) {
    if (saved.headers().equals(headers)) {
      return saved.fields();
    }
    var byHeader = new HashMap<String, String>();
    for (int i = 0; i < saved.width(); i++) {
      byHeader.putIfAbsent(saved.headers().get(i), saved.fields().get(i));
    }
    return headers.stream().map(header -> byHeader.getOrDefault(header, Columns.LEFT_OUT)).toList();
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
