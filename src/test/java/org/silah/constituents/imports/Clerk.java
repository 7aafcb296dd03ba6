package org.silah.constituents.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.silah.web.Language;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings lists in for the tests of other modules: upload, columns as proposed, preview, commit, undo. */
@TestComponent
public class Clerk {

  private final Steps steps;
  private final Work work;
  private final Imports imports;
  private final JdbcClient db;

  Clerk(Steps steps, Work work, Imports imports, JdbcClient db) {
    this.steps = steps;
    this.work = work;
    this.imports = imports;
    this.db = db;
  }

  /** As far as the preview. */
  public ImportId preview(String kind, String list, Map<String, String> options) {
    var bytes = list.getBytes(StandardCharsets.UTF_8);
    try {
      var begun = steps.receive(kind, "list.csv", new ByteArrayInputStream(bytes), bytes.length, null);
      var chosen = new java.util.HashMap<>(begun.settings().options());
      chosen.putAll(options);
      var settings = begun.settings();
      steps.confirm(begun.id(), begun.columns().fields(),
          new ImportSettings(begun.id(), settings.branch(), settings.region(), Language.AR, chosen, settings.today()), null);
      work.run(begun.id(), () -> false);
      return begun.id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ImportId bring(String kind, String list, Map<String, String> options) {
    var id = preview(kind, list, options);
    steps.commit(id);
    work.run(id, () -> false);
    return id;
  }

  public void undo(ImportId id) {
    steps.undo(id);
    work.run(id, () -> false);
  }

  public String state(ImportId id) {
    return imports.get(id).state().code();
  }

  /** How many rows ended, or would end, this way: new, joined, repeats, skipped, failed. */
  public int count(ImportId id, String outcome) {
    return Math.toIntExact(imports.get(id).count(outcome));
  }

  /** What is wrong with the rows that failed, as message keys, in the order of the rows. */
  public List<String> problems(ImportId id) {
    return db.sql("""
        select p ->> 'key'
        from constituents.import_row r
        cross join lateral jsonb_array_elements(r.problems) p
        where r.import_id = ? and r.outcome = 'failed'
        order by r.row_no""").param(id.value()).query(String.class).list();
  }
}
