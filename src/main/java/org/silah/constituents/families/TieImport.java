package org.silah.constituents.families;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.silah.constituents.imports.Chunk;
import org.silah.constituents.imports.ImportId;
import org.silah.constituents.imports.ImportKind;
import org.silah.constituents.imports.ImportSettings;
import org.silah.constituents.imports.ImportWords;
import org.silah.kernel.Sql;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** Lists of relations: what the client of each row is to another, whom we know or whom the same list brings. */
@Component
class TieImport implements ImportKind {

  static final String BOND = "bond";
  static final String OTHER_NAME = "other_name";
  static final String OTHER_NUMBER = "other_number";
  static final String OTHER_PHONE = "other_phone";

  private static final Set<String> OTHERS = Set.of(OTHER_NAME, OTHER_NUMBER, OTHER_PHONE);
  private static final List<String> MORE = List.of(
      OTHER_NAME, OTHER_NUMBER, OTHER_PHONE, "tie_since", "tie_until", "post", "influence", "style", "sways", "reach", "tie_note");

  private final StagedTies staged;
  private final StagedTiesShown shown;

  TieImport(StagedTies staged, StagedTiesShown shown) {
    this.staged = staged;
    this.shown = shown;
  }

  @Override
  public String code() {
    return "ties";
  }

  @Override
  public String name() {
    return "constituents.import.kind.ties";
  }

  @Override
  public List<Field> fields() {
    var fields = new ArrayList<Field>();
    fields.add(Field.required(BOND, "constituents.import.field.bond", headers(BOND)).likely(text -> ImportWords.find(BOND, text) != null));
    MORE.forEach(code -> fields.add(Field.optional(code, "constituents.import.field." + code, headers(code))));
    return fields;
  }

  private static String[] headers(String code) {
    return ImportWords.headers(code).toArray(String[]::new);
  }

  /** Without a column that says who the other is, there is none. */
  @Override
  public List<Field> missing(List<String> chosen) {
    boolean other = OTHERS.stream().anyMatch(chosen::contains);
    return fields().stream().filter(field -> field.code().equals(BOND) && !chosen.contains(BOND) || field.code().equals(OTHER_NAME) && !other).toList();
  }

  @Override
  public boolean suits(Predicate<Field> headed) {
    var found = fields().stream().filter(headed).map(Field::code).toList();
    return found.contains(BOND) && OTHERS.stream().anyMatch(found::contains);
  }

  @Override
  public String understood(List<String> chosen, ImportSettings settings) {
    return "constituents.import.tie.understood";
  }

  @Override
  public Sql copy() {
    return Sql.of("""
        copy constituents.staged_tie (import_id, row_no, kind, what, first, other_number, other_phone, other_key, since, until, post, influence,
          decision_style, sways, reach, note)
        from stdin (format binary)""");
  }

  @Override
  public Reader reader(ImportSettings settings) {
    return new TieRowReader(settings.region(), settings.today());
  }

  @Override
  public void judge(Rows rows) {
    staged.judge(rows);
  }

  @Override
  public Collection<UUID> commit(Chunk chunk) {
    return staged.commit(chunk);
  }

  @Override
  public Collection<UUID> undo(Chunk chunk) {
    return staged.undo(chunk);
  }

  @Override
  public void clear(ImportId id) {
    staged.clear(id);
  }

  @Override
  public List<String> previewHeadings() {
    return List.of("constituents.tie.bond", "constituents.import.field.other_name");
  }

  @Override
  public Map<Integer, List<String>> preview(ImportId id, Collection<Integer> rows, Page page) {
    return shown.preview(id, rows, page.words());
  }

  @Override
  public Map<Integer, Recorded> recorded(ImportId id, Collection<Integer> rows, Page page) {
    return shown.recorded(id, rows, page.words());
  }
}
