package org.silah.constituents.families;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.silah.constituents.Client;
import org.silah.constituents.imports.Cells;
import org.silah.constituents.imports.ImportKind.Part;
import org.silah.constituents.imports.ImportWords;
import org.silah.kernel.Digits;

/**
 * A list in which each row is a family: its head by the columns of any client, and the others by columns of their own, each with a number in
 * its heading or in the order of the columns. A cell may name several, between commas or in lines; then the other cells speak of them in the same order.
 */
final class FamilyRows extends MemberRows {

  private static final int WIDTH = 64;
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}");
  private static final Pattern BETWEEN_NAMES = Pattern.compile("\\s*[،,;؛/|+\\n\\r]+\\s*");
  private static final Pattern BETWEEN_DAYS = Pattern.compile("\\s*[،,;؛|\\n\\r]+\\s*");

  /** The columns that speak of the same one: her name, her birth date. */
  private record Somebody(Relation relation, Map<String, Integer> columns) {}

  private final List<Somebody> others;
  private final Map<String, int[]> ofHead;

  FamilyRows(List<String> headers, List<String> fields) {
    super(fields);
    this.others = others(headers, fields);
    this.ofHead = new HashMap<>(places);
    if (places.containsKey(FamilyFields.HEAD_NAME)) {
      ofHead.putIfAbsent("name", places.get(FamilyFields.HEAD_NAME));
    }
    if (places.containsKey(FamilyFields.HEAD_ID)) {
      ofHead.putIfAbsent("national_id", places.get(FamilyFields.HEAD_ID));
    }
  }

  private static List<Somebody> others(List<String> headers, List<String> fields) {
    var found = new LinkedHashMap<String, Somebody>();
    var counted = new HashMap<String, Integer>();
    for (int i = 0; i < fields.size(); i++) {
      var field = fields.get(i);
      int dot = field.indexOf('.');
      var relation = dot < 0 ? null : FamilyFields.GROUPS.get(field.substring(0, dot));
      if (relation == null) {
        continue;
      }
      var number = NUMBERED.matcher(Digits.toAscii(headers.get(i)));
      int order = counted.merge(field, 1, Integer::sum);
      var group = field.substring(0, dot);
      var one = found.computeIfAbsent(group + " " + (number.find() ? Integer.parseInt(number.group()) : order), _ -> new Somebody(relation, new HashMap<>()));
      if (one.columns.putIfAbsent(field.substring(dot + 1), i) != null) {
        found.computeIfAbsent(group + " " + order + " more", _ -> new Somebody(relation, new HashMap<>())).columns.put(field.substring(dot + 1), i);
      }
    }
    return List.copyOf(found.values());
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public boolean whole() {
    return true;
  }

  @Override
  public List<Part> parts(Cells row, String[] cells) {
    var family = family(row, true, String.join("\n", cells));
    if (family == null) {
      return List.of();
    }
    var parts = new ArrayList<Part>();
    parts.add(family.part(0, 0, row, cells, true));
    parts.add(member(1, -1, Relation.HEAD, ofHead, cells, true, family.among()));
    boolean widow = Client.Gender.FEMALE.code().equals(ImportWords.find("gender", String.valueOf(row.text("gender"))));
    for (var one : others) {
      for (var cut : cut(one, row, cells)) {
        var relation = one.relation == Relation.WIFE && widow ? Relation.HUSBAND : one.relation;
        var places = new HashMap<String, int[]>();
        one.columns.forEach((field, column) -> places.put(field, new int[] {column}));
        var gender = one.columns.get("gender");
        parts.add(member(parts.size(), -parts.size(), relation, places, cut, gender != null && !cut[gender].isBlank(), family.among() + relation.position()));
        if (parts.size() > WIDTH) {
          row.wrongAt(one.columns.values().iterator().next(), "constituents.import.family.crowded", WIDTH - 2);
          return List.of();
        }
      }
    }
    return parts;
  }

  /** The cells of a row for each whom these columns name; none if they are empty. */
  private static List<String[]> cut(Somebody one, Cells row, String[] cells) {
    if (one.columns.values().stream().allMatch(column -> column >= cells.length || cells[column].isBlank())) {
      return List.of();
    }
    var name = one.columns.get("name");
    var names = name == null || name >= cells.length ? List.<String>of() : parted(BETWEEN_NAMES, cells[name]);
    if (names.size() < 2) {
      return List.<String[]>of(cells.clone());
    }
    var all = new ArrayList<String[]>();
    names.forEach(_ -> all.add(cells.clone()));
    one.columns.forEach((field, column) -> {
      var said = column >= cells.length ? List.<String>of() : parted(field.equals("birth_on") ? BETWEEN_DAYS : BETWEEN_NAMES, cells[column]);
      if (!said.isEmpty() && said.size() != names.size()) {
        row.wrongAt(column, "constituents.import.family.uneven", said.size(), names.size());
      }
      for (int i = 0; i < names.size() && column < cells.length; i++) {
        all.get(i)[column] = i < said.size() ? said.get(i) : "";
      }
    });
    return all;
  }

  private static List<String> parted(Pattern between, String cell) {
    return between.splitAsStream(cell.strip()).filter(part -> !part.isBlank()).toList();
  }
}
