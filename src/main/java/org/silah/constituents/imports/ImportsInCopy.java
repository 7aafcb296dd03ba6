package org.silah.constituents.imports;

import java.util.List;
import java.util.Map;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists that came in, with all it takes to undo them. One that waits for somebody is read anew where it is wanted. */
@Component
class ImportsInCopy implements Copied {

  /** What an import has written is half of what it will have, or will have taken back. */
  static class ImportUnderWay extends BrokenRule {
    ImportUnderWay() {
      super("constituents.import.copy-waits");
    }
  }

  private final JdbcClient db;

  ImportsInCopy(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("constituents.import", """
            id, kind, state, file_name, file_bytes, format, encoding, delimiter, certain, sheet, sheets, header_row, headers,
            sample, fields, region, language, options, begun_on, last_row, done_row, undone_row, read_bytes, counts, problem,
            problem_args, claim, asked_by, spread, created_at, created_by, committed_at, finished_at, branch_id""").only("state in ('done', 'undone', 'discarded', 'broken')"),
        CopiedTable.of("constituents.import_row", "import_id, row_no, outcome, reason, party_id, of_row, other_id, problems, cells").only("import_id in (select i.id from constituents.import i where i.state in ('done', 'undone', 'discarded', 'broken'))"),
        CopiedTable.of("constituents.import_alike", "alike, party_id, import_id"),
        CopiedTable.of("constituents.import_filled", "import_id, party_id, filled, changed_before, changed_at").only("import_id in (select i.id from constituents.import i where i.state in ('done', 'undone', 'discarded', 'broken'))"),
        CopiedTable.of("constituents.import_kept", "import_id, party_id, reason").only("import_id in (select i.id from constituents.import i where i.state in ('done', 'undone', 'discarded', 'broken'))"),
        CopiedTable.of("constituents.import_mapping", "kind, name, headers, fields, saved_at, saved_by"));
  }

  @Override
  public Map<String, String> leftOut() {
    return Map.of(
        "constituents.import_file", "there only until an import is over",
        "constituents.import_staged", "there only until an import is over",
        "constituents.staged_member", "there only until an import is over",
        "constituents.staged_tie", "there only until an import is over");
  }

  @Override
  public void refuseHalf() {
    if (db.sql("select exists (select from constituents.import where state in ('committing', 'undoing'))").query(Boolean.class).single()) {
      throw new ImportUnderWay();
    }
  }
}
