package org.silah.constituents.search;

import java.util.List;
import org.silah.kernel.Sql;

/** Part of a key to look for: a whole word, or what a word begins with. */
record Piece(String text, boolean whole) {

  /** Sorts behind every text that begins with what it is put behind. */
  static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** A blank sorts before every other sign in a key, so a whole word's range ends just behind it. */
  private static final String BEHIND_BLANK = "!";

  Piece after(String word) {
    return new Piece(word + " " + text, whole);
  }

  String low() {
    return text;
  }

  String high() {
    return text + (whole ? BEHIND_BLANK : LAST);
  }

  /** Whether it stands anywhere in a key. */
  Sql within() {
    return whole
        ? Sql.of("strpos(' ' || r.key || ' ', ?) > 0", " " + text + " ")
        : Sql.of("strpos(' ' || r.key, ?) > 0", " " + text);
  }

  /** Whether the names of a client have all the words. */
  static Sql inKey(List<Spellings> words) {
    return Sql.join(" and ", words.stream().map(word -> Sql.join(" or ", word.pieces().stream().map(Piece::withinName).toList())).toList());
  }

  private Sql withinName() {
    return whole
        ? Sql.of("strpos(' ' || p.name_key || ' ', ?) > 0", " " + text + " ")
        : Sql.of("strpos(' ' || p.name_key, ?) > 0", " " + text);
  }
}
