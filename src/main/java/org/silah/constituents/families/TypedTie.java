package org.silah.constituents.families;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Codes;
import org.silah.constituents.PartyId;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.web.bind.annotation.BindParam;

/**
 * A tie as it was typed on one client's file.
 *
 * @param bond what the other is to this client: a bond's code, with {@code -reverse} behind it if the other is the second
 */
record TypedTie(
    @Nullable String bond, @Nullable String other, @BindParam("other-text") @Nullable String otherText, @Nullable String since, @Nullable String post,
    @Nullable String influence, @Nullable String style, @Nullable String sways, @Nullable String reach, @Nullable String note, @Nullable String source) {

  private static final String REVERSE = "-reverse";
  private static final int LINE = 200;
  private static final int LONG = 1_000;

  Bond known() {
    var code = bond == null ? "" : bond;
    return Bond.named(code.endsWith(REVERSE) ? code.substring(0, code.length() - REVERSE.length()) : code)
        .orElseThrow(() -> Mistakes.of("bond", code.isEmpty() ? "constituents.text.missing" : "constituents.choice.unknown"));
  }

  boolean isReverse() {
    return bond != null && bond.endsWith(REVERSE);
  }

  PartyId who() {
    try {
      return PartyId.of(other == null ? "" : other);
    } catch (IllegalArgumentException e) {
      throw Mistakes.of("other", "constituents.tie.choose");
    }
  }

  @Nullable LocalDate begin(LocalDate today) {
    return Boxes.day(since, "since", today);
  }

  Tie.Told told(Bond bond) {
    boolean decides = bond.kind() == TieKind.DECISION_MAKER;
    return new Tie.Told(
        bond.kind().hasPost() ? line("post", post, LINE) : null,
        decides && influence != null && !influence.isEmpty() ? Codes.of(Tie.Influence.values(), Tie.Influence::code, influence, "influence") : null,
        decides && style != null && !style.isEmpty() ? Codes.of(Tie.Style.values(), Tie.Style::code, style, "style") : null,
        decides ? line("sways", sways, LONG) : null,
        decides || bond.kind() == TieKind.CONTACT ? line("reach", reach, LONG) : null,
        line("note", note, LONG));
  }

  private static @Nullable String line(String box, @Nullable String typed, int longest) {
    try {
      return Typed.line(typed, longest);
    } catch (Unreadable unreadable) {
      throw new Mistakes().add(box, unreadable);
    }
  }

  static UUID id(String text) {
    return Boxes.id(text);
  }

  /** The boxes of a tie that is there, to be put right. */
  static Map<String, String> of(Tie tie) {
    var typed = new LinkedHashMap<String, String>();
    put(typed, "since", tie.since());
    put(typed, "post", tie.told().post());
    put(typed, "influence", tie.told().influence() == null ? null : tie.told().influence().code());
    put(typed, "style", tie.told().style() == null ? null : tie.told().style().code());
    put(typed, "sways", tie.told().sways());
    put(typed, "reach", tie.told().reach());
    put(typed, "note", tie.told().note());
    return typed;
  }

  private static void put(Map<String, String> typed, String box, @Nullable Object value) {
    typed.put(box, value == null ? "" : value.toString());
  }
}
