package org.silah.constituents.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.silah.constituents.imports.ImportKind.Field;
import org.silah.kernel.Digits;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Unreadable;

/** The columns a list may have about a client, whatever kind of list it is. */
final class ClientFields {

  static final String NAME = "name";
  static final String PHONE = "phone";
  static final String EMAIL = "email";
  static final String NOTE = "note";

  /** Of these a list may have several columns. */
  private static final Set<String> SEVERAL = Set.of(PHONE, EMAIL, NOTE);

  /** One of these makes a name. */
  static final Set<String> NAMES = Set.of(NAME, "given_name", "family_name");

  private static final List<String> OF_CLIENTS = List.of(
      NAME, "given_name", "father_name", "grandfather_name", "family_name", "title", "kunya", "latin_name", "kind", "agency_bearing", PHONE, EMAIL,
      "national_id", "residence", "passport", "commercial_register", "licence", "branch_file", "gender", "birth_on", "nationality", "language",
      "country", "region", "city", "district", "street", "building", "postcode", "short_code", "role", "role_since", "consent_email", "consent_sms",
      "consent_whatsapp", "consent_call", "consent_letter", "consent_visit", "consent_push", "consent_fax", "consent_topics", "consent_on", "consent_evidence",
      NOTE);

  private static final Set<org.silah.constituents.Field.Input> WRITTEN = Set.of(
      org.silah.constituents.Field.Input.TEXT, org.silah.constituents.Field.Input.LONG, org.silah.constituents.Field.Input.CHOICE,
      org.silah.constituents.Field.Input.NUMBER, org.silah.constituents.Field.Input.DAY);

  private static final Pattern WORDS = Pattern.compile("\\p{L}+(?:[ .'’-]+\\p{L}+){1,6}");

  private ClientFields() {}

  static List<Field> all() {
    var all = new ArrayList<Field>();
    OF_CLIENTS.forEach(code -> all.add(several(likely(field(code, "constituents.import.field." + code)))));
    facts().forEach(fact -> all.add(field(fact.code(), "constituents.field." + fact.code())));
    return all;
  }

  /** What is known of a client without a column of its own in {@code party}; what is sensitive does not travel in lists. */
  static List<org.silah.constituents.Field> facts() {
    return Arrays.stream(org.silah.constituents.Field.values()).filter(fact -> fact.column() == null && fact.sensitive() == null && WRITTEN.contains(fact.input())).toList();
  }

  private static Field field(String code, String label) {
    return Field.optional(code, label, ImportWords.headers(code).toArray(String[]::new));
  }

  private static Field several(Field field) {
    return SEVERAL.contains(field.code()) ? field.ofSeveral() : field;
  }

  private static Field likely(Field field) {
    return switch (field.code()) {
      case NAME -> field.likely(value -> WORDS.matcher(value).matches() && value.length() < 80);
      case PHONE -> field.likely(ClientFields::isPhone);
      case EMAIL -> field.likely(value -> value.indexOf('@') > 0 && value.lastIndexOf('.') > value.indexOf('@'));
      case "national_id" -> field.likely(value -> Digits.toAscii(value).matches("[12]\\d{9}(\\.0)?"));
      case "kind", "gender" -> field.likely(value -> ImportWords.find(field.code(), value) != null);
      default -> field;
    };
  }

  private static boolean isPhone(String value) {
    var digits = Digits.toAscii(value);
    if (!digits.matches("[+(\\d][-\\d\\s()./]{6,20}") || digits.matches("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}")) {
      return false;
    }
    try {
      PhoneNumber.parse(value, "SA");
      return true;
    } catch (Unreadable e) {
      return digits.startsWith("+");
    }
  }
}
