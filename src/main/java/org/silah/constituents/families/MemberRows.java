package org.silah.constituents.families;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Identity;
import org.silah.constituents.imports.Cells;
import org.silah.constituents.imports.ImportKind;
import org.silah.constituents.imports.ImportKind.Part;

/** A list in which each row is a member: the member, and behind it the family. */
class MemberRows implements ImportKind.Unfolding {

  static final String STEP = "family_step";
  static final String AS = "staged_as";
  static final String FAMILY = "family";

  private static final String SERIES = "F";
  private static final List<String> OF_A_PLACE = List.of("country", "region", "city", "district", "street", "building", "postcode", "short_code");
  private static final List<String> OF_A_NAME = List.of("given_name", "father_name", "grandfather_name", "family_name");
  private static final Pattern FROM_A_NUMBER = Pattern.compile("\\.0+$");

  final Map<String, int[]> places;

  MemberRows(List<String> fields) {
    this.places = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isEmpty()) {
        places.merge(fields.get(i), new int[] {i}, MemberRows::both);
      }
    }
  }

  private static int[] both(int[] before, int[] next) {
    var all = Arrays.copyOf(before, before.length + next.length);
    System.arraycopy(next, 0, all, before.length, next.length);
    return all;
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public boolean whole() {
    return false;
  }

  @Override
  public List<Part> parts(Cells row, String[] cells) {
    var relation = row.need(FamilyFields.POSITION, Relation::read);
    boolean head = relation != null && relation.position() == Position.HEAD;
    var family = family(row, head, "");
    if (relation == null || family == null) {
      return List.of();
    }
    return List.of(
        member(0, 1, relation, places, cells, row.text("gender") != null, family.among),
        family.part(1, 0, row, cells, head));
  }

  /** Somebody of the family, said to be a man or a woman where only the relation tells. */
  static Part member(int slot, int step, Relation relation, Map<String, int[]> places, String[] cells, boolean saysGender, String among) {
    var own = new Own(places, cells).put(AS, relation.code()).put(STEP, String.valueOf(step));
    if (!saysGender && relation.gender() != null) {
      own.put("gender", relation.gender().code());
    }
    return own.part(slot, among, null);
  }

  /**
   * By what a family is known in its list: its number, or else its head's identity.
   *
   * @param among tells its members from others of the same name
   */
  record Known(Map<String, int[]> places, @Nullable String number, @Nullable String key, String among) {

    /** @param headed whether what the row says of a place is said of the family's home */
    Part part(int slot, int step, Cells row, String[] cells, boolean headed) {
      var its = new HashMap<String, int[]>();
      if (headed) {
        OF_A_PLACE.stream().filter(places::containsKey).forEach(field -> its.put(field, places.get(field)));
      }
      var own = new Own(its, cells).put(AS, FAMILY).put(STEP, String.valueOf(step)).put("kind", "family");
      if (number != null) {
        own.put("branch_file", number).put(ImportKind.SERIES, SERIES);
      }
      if (row.text(FamilyFields.NAME) != null) {
        own.places.put("name", places.get(FamilyFields.NAME));
        own.places.put(FamilyFields.NAME, places.get(FamilyFields.NAME));
      } else {
        own.put("name", "أسرة " + nameIn(row));
      }
      return own.part(slot, number == null && key == null ? among : null, number == null ? key : null);
    }
  }

  /** @param otherwise what tells the family apart that has neither a number nor a head with one; null if it must have */
  @Nullable Known family(Cells row, boolean head, @Nullable String otherwise) {
    var number = row.read(FamilyFields.NUMBER, text -> Identity.number(FROM_A_NUMBER.matcher(text).replaceAll("")));
    var identity = row.read(FamilyFields.HEAD_ID, text -> Identity.number(FROM_A_NUMBER.matcher(text).replaceAll("")));
    if (identity == null && head) {
      identity = Stream.of("national_id", "residence", "passport").map(row::text).filter(Objects::nonNull).findFirst()
          .map(text -> FROM_A_NUMBER.matcher(text).replaceAll("")).filter(text -> text.chars().anyMatch(Character::isLetterOrDigit)).map(Identity::number).orElse(null);
    }
    if (number == null && identity == null && (otherwise == null || otherwise.isEmpty())) {
      row.wrong(row.text(FamilyFields.NUMBER) == null && places.containsKey(FamilyFields.NUMBER) ? FamilyFields.NUMBER : FamilyFields.HEAD_ID,
          "constituents.import.family.unnumbered");
      return null;
    }
    var key = identity == null ? null : "family of " + identity;
    return new Known(places, number, key, number != null ? "family " + number : key != null ? key : otherwise);
  }

  private static String nameIn(Cells row) {
    var name = row.text("name");
    if (name == null) {
      name = OF_A_NAME.stream().map(row::text).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
    return name.isEmpty() && row.text(FamilyFields.HEAD_NAME) != null ? row.text(FamilyFields.HEAD_NAME) : name.isEmpty() ? "؟" : name;
  }

  /** Words of ours behind the cells of the file. */
  static final class Own {

    private final Map<String, int[]> places;
    private final java.util.ArrayList<String> cells;

    Own(Map<String, int[]> places, String[] cells) {
      this.places = new HashMap<>(places);
      this.cells = new java.util.ArrayList<>(Arrays.asList(cells));
    }

    Own put(String field, String word) {
      places.put(field, new int[] {cells.size()});
      cells.add(word);
      return this;
    }

    Part part(int slot, @Nullable String among, @Nullable String key) {
      return new Part(slot, places, cells.toArray(String[]::new), among, key);
    }
  }
}
