package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Days;
import org.silah.constituents.Identity;
import org.silah.constituents.imports.Cells;
import org.silah.constituents.imports.ImportKind;
import org.silah.constituents.imports.ImportWords;
import org.silah.constituents.imports.Values;
import org.silah.constituents.text.NameKeys;
import org.silah.constituents.text.Typed;
import org.silah.kernel.PhoneNumber;

/** Reads what the client of a row is to another. Of a bond only that is read which belongs to it; a post of somebody's father is a mistake. */
final class TieRowReader implements ImportKind.Reader {

  private static final String REVERSE = "-reverse";
  private static final int LINE = 200;
  private static final int LONG = 1_000;
  private static final Pattern FROM_A_NUMBER = Pattern.compile("\\.0+$");

  private final String region;
  private final LocalDate today;

  TieRowReader(String region, LocalDate today) {
    this.region = region;
    this.today = today;
  }

  @Override
  public void read(Cells cells, Values values) {
    var said = cells.need(TieImport.BOND, text -> ImportWords.read("bond", text));
    var number = cells.read(TieImport.OTHER_NUMBER, text -> Identity.number(FROM_A_NUMBER.matcher(text).replaceAll("")));
    var phone = cells.read(TieImport.OTHER_PHONE, text -> phone(text).e164());
    var name = cells.read(TieImport.OTHER_NAME, text -> NameKeys.same(Typed.name(text)));
    if (number == null && phone == null && name == null) {
      cells.wrong(TieImport.OTHER_NAME, "constituents.import.tie.nobody");
    }
    var since = cells.read("tie_since", text -> Days.past(text, today));
    var until = cells.read("tie_until", text -> Days.past(text, today));
    if (since != null && until != null && until.isBefore(since)) {
      cells.wrong("tie_until", "constituents.bond.rule.ends-before");
    }
    if (said == null) {
      return;
    }
    boolean reverse = said.endsWith(REVERSE);
    var bond = Bond.named(reverse ? said.substring(0, said.length() - REVERSE.length()) : said).orElseThrow();
    boolean decides = bond.kind() == TieKind.DECISION_MAKER;
    values.text(bond.kind().code()).text(bond.what()).flag(!reverse).text(number).text(phone).text(name).date(since).date(until)
        .text(line(cells, "post", bond.kind().hasPost(), LINE))
        .text(word(cells, "influence", decides)).text(word(cells, "style", decides))
        .text(line(cells, "sways", decides, LONG))
        .text(line(cells, "reach", decides || bond.kind() == TieKind.CONTACT, LONG))
        .text(line(cells, "tie_note", true, LONG));
  }

  private PhoneNumber phone(String text) {
    return text.indexOf('.') < 0 ? PhoneNumber.parse(text, region) : PhoneNumber.fromCell(text, region);
  }

  private static @Nullable String line(Cells cells, String field, boolean suits, int longest) {
    return suiting(cells, field, suits) ? cells.read(field, text -> Typed.line(text, longest)) : null;
  }

  private static @Nullable String word(Cells cells, String field, boolean suits) {
    return suiting(cells, field, suits) ? cells.read(field, text -> ImportWords.read(field, text)) : null;
  }

  private static boolean suiting(Cells cells, String field, boolean suits) {
    if (!suits && cells.text(field) != null) {
      cells.wrong(field, "constituents.import.tie.not-of-bond");
    }
    return suits;
  }
}
