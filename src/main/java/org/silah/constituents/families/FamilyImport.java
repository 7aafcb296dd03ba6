package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.silah.constituents.Days;
import org.silah.constituents.imports.Cells;
import org.silah.constituents.imports.Chunk;
import org.silah.constituents.imports.ImportId;
import org.silah.constituents.imports.ImportKind;
import org.silah.constituents.imports.ImportSettings;
import org.silah.constituents.imports.ImportWords;
import org.silah.constituents.imports.Values;
import org.silah.kernel.Sql;
import org.silah.web.Page;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** Lists of families: each row is a member, or a whole family. */
@Component
class FamilyImport implements ImportKind {

  /** A family is some rows; larger chunks would hold its members up for nothing. */
  private static final int CHUNK = 5_000;

  private final StagedFamilies staged;
  private final StagedNames names;
  private final StagedMembersShown shown;

  FamilyImport(StagedFamilies staged, StagedNames names, StagedMembersShown shown) {
    this.staged = staged;
    this.names = names;
    this.shown = shown;
  }

  @Override
  public String code() {
    return "families";
  }

  @Override
  public String name() {
    return "constituents.import.kind.families";
  }

  @Override
  public List<Field> fields() {
    return FamilyFields.all();
  }

  @Override
  public List<Field> missing(List<String> chosen) {
    if (FamilyFields.namesMembers(chosen)) {
      return List.of();
    }
    var missing = new ArrayList<String>();
    if (!chosen.contains(FamilyFields.POSITION)) {
      missing.add(FamilyFields.POSITION);
    }
    if (!chosen.contains(FamilyFields.NUMBER) && !chosen.contains(FamilyFields.HEAD_ID)) {
      missing.add(FamilyFields.NUMBER);
    }
    return fields().stream().filter(field -> missing.contains(field.code())).toList();
  }

  @Override
  public boolean names(List<String> chosen) {
    return ImportKind.super.names(chosen) || FamilyFields.namesMembers(chosen) && chosen.contains(FamilyFields.HEAD_NAME);
  }

  @Override
  public boolean suits(Predicate<Field> headed) {
    var found = fields().stream().filter(headed).map(Field::code).toList();
    return FamilyFields.namesMembers(found)
        || found.contains(FamilyFields.POSITION) && (found.contains(FamilyFields.NUMBER) || found.contains(FamilyFields.HEAD_ID));
  }

  @Override
  public String understood(List<String> chosen, ImportSettings settings) {
    return "constituents.import.family." + (FamilyFields.isOfFamilies(chosen, settings) ? "by-family" : "by-member");
  }

  @Override
  public List<Option> options() {
    var layouts = new LinkedHashMap<String, String>();
    layouts.put(FamilyFields.BY_COLUMNS, "constituents.import.option.layout.columns");
    layouts.put(FamilyFields.BY_MEMBER, "constituents.import.option.layout.member");
    layouts.put(FamilyFields.BY_FAMILY, "constituents.import.option.layout.family");
    return List.of(new Option(
        FamilyFields.LAYOUT, "constituents.import.option.layout", "constituents.import.option.layout.hint", FamilyFields.BY_COLUMNS, layouts));
  }

  @Override
  public Unfolding unfolding(List<String> headers, List<String> fields, ImportSettings settings) {
    return FamilyFields.isOfFamilies(fields, settings) ? new FamilyRows(headers, fields) : new MemberRows(fields);
  }

  @Override
  public Sql copy() {
    return Sql.of("""
        copy constituents.staged_member (import_id, row_no, family_step, position, since, shares_address, named)
        from stdin (format binary)""");
  }

  @Override
  public Reader reader(ImportSettings settings) {
    return (cells, values) -> read(cells, values, settings.today());
  }

  private static void read(Cells cells, Values values, LocalDate today) {
    var as = String.valueOf(cells.text(MemberRows.AS));
    var step = Integer.valueOf(String.valueOf(cells.text(MemberRows.STEP)));
    if (as.equals(MemberRows.FAMILY)) {
      values.integer(step).text(null).date(null).flag(true).flag(cells.text(FamilyFields.NAME) != null);
      return;
    }
    var since = cells.read(FamilyFields.SINCE, text -> Days.past(text, today));
    var home = cells.read(FamilyFields.HOME, text -> ImportWords.read("home", text));
    values.integer(step).text(Relation.of(as).position().code()).date(since).flag(!"own".equals(home)).flag(false);
  }

  @Override
  public void judge(Rows rows) {
    staged.judge(rows);
    if (!rows.writing()) {
      names.give(rows.id());
    }
  }

  @Override
  public int chunkRows() {
    return CHUNK;
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
    return List.of("constituents.import.family", "constituents.import.family.place");
  }

  @Override
  public Map<Integer, List<String>> preview(ImportId id, Collection<Integer> rows, Page page) {
    return shown.preview(id, rows, page.words());
  }

  @Override
  public Map<Integer, Recorded> recorded(ImportId id, Collection<Integer> rows, Page page) {
    return shown.recorded(id, rows, page.words());
  }

  @Override
  public List<String> totals(ImportId id, Words words) {
    return shown.totals(id, words);
  }
}
