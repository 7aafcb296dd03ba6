package org.silah.constituents.families;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.silah.constituents.imports.ImportKind.Field;
import org.silah.constituents.imports.ImportSettings;
import org.silah.constituents.imports.ImportWords;

/** The columns that a list of families may have beside those of any client. */
final class FamilyFields {

  static final String NUMBER = "family_number";
  static final String NAME = "family_called";
  static final String HEAD_ID = "head_id";
  static final String HEAD_NAME = "head_name";
  static final String POSITION = "position";
  static final String SINCE = "family_since";
  static final String HOME = "shares_address";
  static final String LAYOUT = "layout";
  static final String BY_COLUMNS = "columns";
  static final String BY_MEMBER = "member";
  static final String BY_FAMILY = "family";

  /** Whom a row that is a whole family names beside its head, and what of them: the client's own fields. */
  static final Map<String, Relation> GROUPS = Map.of(
      "spouse", Relation.WIFE, "son", Relation.SON, "daughter", Relation.DAUGHTER, "child", Relation.CHILD, "dependant", Relation.DEPENDANT);
  static final List<String> OF_A_MEMBER = List.of("name", "national_id", "birth_on", "phone", "gender");

  private static final List<String> ORDER = List.of("spouse", "son", "daughter", "child", "dependant");
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N} .'’،,;؛/+\\n-]{2,200}");

  private FamilyFields() {}

  static List<Field> all() {
    var all = new ArrayList<Field>();
    for (var code : List.of(NUMBER, NAME, POSITION, HEAD_NAME, HEAD_ID, SINCE, HOME)) {
      all.add(Field.optional(code, "constituents.import.field." + code, ImportWords.headers(code).toArray(String[]::new)));
    }
    for (var group : ORDER) {
      for (var what : OF_A_MEMBER) {
        var code = group + "." + what;
        var headers = ImportWords.headers(code);
        if (!headers.isEmpty()) {
          all.add(member(code, headers));
        }
      }
    }
    return all;
  }

  private static Field member(String code, List<String> headers) {
    var field = Field.optional(code, "constituents.import.field." + code, headers.toArray(String[]::new)).ofSeveral();
    return code.endsWith(".name") ? field.likely(value -> WORDS.matcher(value).matches() && value.codePoints().anyMatch(Character::isLetter)) : field;
  }

  /** Whether a row with these columns is a whole family, and not one of its members. */
  static boolean isOfFamilies(List<String> fields, ImportSettings settings) {
    var chosen = settings.options().getOrDefault(LAYOUT, BY_COLUMNS);
    return chosen.equals(BY_COLUMNS) ? namesMembers(fields) : chosen.equals(BY_FAMILY);
  }

  static boolean namesMembers(List<String> fields) {
    return GROUPS.keySet().stream().anyMatch(group -> fields.contains(group + ".name"));
  }
}
