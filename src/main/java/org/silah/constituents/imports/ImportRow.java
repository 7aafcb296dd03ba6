package org.silah.constituents.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;
import org.silah.constituents.PartyId;
import org.silah.constituents.Shown;
import org.silah.kernel.PhoneNumber;
import org.silah.web.Page;
import org.silah.web.Words;

/**
 * What became, or will become, of one row of a file.
 *
 * @param number in the file
 * @param staged its own among the staged rows
 * @param name as the row has it and as it would be kept
 * @param party its client, null while there is none
 * @param partyName what its client is called
 * @param ofRow the earlier row that it repeats, contradicts or shares a phone with
 * @param elsewhere the branch to ask about the client, or the other one, who is out of sight; null if nobody is
 * @param read what the row says beside the name, until it is written
 */
record ImportRow(
    int number, int staged, String outcome, @Nullable String reason, @Nullable String name, @Nullable PartyId party,
    @Nullable String partyName, @Nullable Integer ofRow, @Nullable PartyId other, @Nullable String otherName, @Nullable Branch elsewhere, Read read, List<RowProblem> problems, List<String> cells) {

  private static final int SHORT = 80;

  /** As it will be stored. */
  record Read(List<String> phones, List<String> emails, List<Number> numbers, @Nullable LocalDate birthOn, @Nullable String city) {

    record Number(String kind, String number) {}

    String phonesShown() {
      return phones.stream().map(phone -> new PhoneNumber(phone).international()).collect(Collectors.joining(" · "));
    }
  }

  boolean failed() {
    return outcome.equals("failed");
  }

  /** Why, in a sentence; null where there is nothing to say. */
  @Nullable String sentence(Words words) {
    if (elsewhere != null) {
      return words.get("constituents.import.reason.elsewhere." + (failed() ? "failed" : outcome.equals("new") ? "new" : "joined"), elsewhere);
    }
    if (reason != null) {
      return words.get("constituents.import.reason." + outcome + "." + reason, ofRow == null ? "" : ofRow, otherName == null ? "" : otherName);
    }
    return outcome.equals("repeats") && ofRow != null ? words.get("constituents.import.reason.repeats", ofRow) : null;
  }

  /** All that is wrong, for a file or a terminal. */
  String mistakes(Columns columns, Words words) {
    var own = sentence(words);
    return own != null ? own : problems.stream().map(problem -> problem.told(columns, words)).collect(Collectors.joining(" "));
  }

  String cell(int column) {
    return column >= 0 && column < cells.size() ? cells.get(column) : "";
  }

  /** Not more of it than a sentence bears. */
  String shortCell(int column) {
    var cell = cell(column).strip();
    return cell.length() > SHORT ? cell.substring(0, SHORT) + "…" : cell;
  }

  static String outcomeKey(String outcome) {
    return "constituents.import.outcome." + outcome;
  }

  String birthShown(Page page) {
    return read.birthOn == null ? "" : Shown.day(read.birthOn, page.words());
  }
}
