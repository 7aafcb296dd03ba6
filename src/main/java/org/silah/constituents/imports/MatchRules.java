package org.silah.constituents.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** By what the rows of a list are known again, beside the numbers of identities: chosen for each list, shown with it. */
record MatchRules(boolean byPhone, boolean byEmail, boolean byRow, boolean joinsCertain) {

  private static final String PHONE = "match_phone";
  private static final String EMAIL = "match_email";
  private static final String ROW = "match_row";
  private static final String CERTAIN = "join_certain";
  private static final String YES = "yes";
  private static final String NO = "no";

  static final List<ImportKind.Option> OPTIONS = List.of(option(PHONE, YES), option(EMAIL, YES), option(ROW, YES), option(CERTAIN, NO));

  private static ImportKind.Option option(String code, String byDefault) {
    var choices = new LinkedHashMap<String, String>();
    choices.put(YES, "constituents.import.option." + code + ".yes");
    choices.put(NO, "constituents.import.option." + code + ".no");
    return new ImportKind.Option(code, "constituents.import.option." + code, "constituents.import.option." + code + ".hint", byDefault, choices);
  }

  /** Of a list that was read before there was a choice, as all were then. */
  static MatchRules of(ImportSettings settings) {
    var options = settings.options();
    return new MatchRules(chosen(options, PHONE, YES), chosen(options, EMAIL, YES), chosen(options, ROW, YES), chosen(options, CERTAIN, NO));
  }

  private static boolean chosen(Map<String, String> options, String code, String byDefault) {
    return options.getOrDefault(code, byDefault).equals(YES);
  }

  /** Gives a statement its {@code :by_phone} and {@code :by_email}; by the whole row only those rows are known that were staged so. */
  StatementSpec into(StatementSpec statement) {
    return statement.param("by_phone", byPhone).param("by_email", byEmail);
  }
}
