package org.silah.kernel;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * Names of people in Arabic and Latin letters: cleaned for keeping, folded for finding. Nothing here throws, whatever the
 * text, and all of it takes time in proportion to the text's length.
 */
public final class PersonName {

  /** Normalising a longer run of marks takes the square of its length; no name has one, so such text stays as it came. */
  private static final int MARKS = 64;

  private PersonName() {}

  /**
   * The name to keep, as it was typed: in NFC, without the characters nobody sees that turn text around (bidi controls)
   * or break it (other controls), with single spaces. An unpaired surrogate, which no database takes, becomes U+FFFD.
   */
  public static String clean(String text) {
    var out = new StringBuilder(text.length());
    int run = 0;
    int longest = 0;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      run = Folding.isMark(c) ? run + 1 : 0;
      longest = Math.max(longest, run);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (!Typed.isControl(c)) {
        out.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
      }
    }
    var cleaned = out.toString().stripTrailing();
    return longest > MARKS ? cleaned : Normalizer.normalize(cleaned, Form.NFC);
  }

  /**
   * One spelling for many: NFKC, no tashkeel or tatweel, أإآٱ as ا, ى as ي, ة as ه, ؤ as و, ئ as ي, Persian letters as
   * Arabic, ASCII digits, small Latin letters without accents or apostrophes, single spaces for all else. Folding twice
   * changes nothing.
   */
  public static String fold(String text) {
    return Folding.fold(text);
  }

  /**
   * The parts of a name, folded: compounds are one part (عبدالله, ابوبكر, صلاحالدين, abdulrahman, abubakr), words for son
   * and daughter are left out, and «آل سعود», «ال سعود» and «السعود» are the same.
   */
  public static List<String> tokens(String name) {
    return NameParts.of(fold(name));
  }

  /** What one part may be looked up as: itself, and without its article (القحطاني also as قحطاني, alqahtani as qahtani). */
  public static List<String> searchForms(String token) {
    int article = article(token);
    return article == 0 ? List.of(token) : List.of(token, token.substring(article));
  }

  /**
   * The consonants of one part, the same for its Arabic and Latin spellings (محمد, Mohammed, Muhamad: {@code mhmt}). Much
   * that differs falls together (حسن and حسين too), so it finds candidates and decides nothing. Never empty for a part
   * that has a letter of either script.
   */
  public static String skeleton(String token) {
    var folded = fold(token);
    return folded.isEmpty() ? "" : folded.indexOf(' ') < 0 ? Skeleton.of(LatinServant.attached(folded))
        : NameParts.of(folded).stream().map(Skeleton::of).collect(Collectors.joining());
  }

  /** {@link #skeleton} first, then those of other readings: ظ ض ذ ث are written with z or s as well as with d or t. */
  public static SequencedSet<String> skeletons(String token) {
    var skeletons = new LinkedHashSet<>(List.of(skeleton(token)));
    skeletons.add(tokens(token).stream().map(Skeleton::saidWithS).collect(Collectors.joining()));
    return skeletons;
  }

  /**
   * Whether two full names are the same name in other typing: the same parts in the same order. Names without a letter or
   * digit are the same as none.
   */
  public static boolean sameName(String a, String b) {
    var parts = tokens(a);
    return !parts.isEmpty() && parts.equals(tokens(b));
  }

  private static int article(String token) {
    boolean arabic = token.startsWith("ال") && token.length() >= 5;
    boolean latin = (token.startsWith("al") || token.startsWith("el")) && token.length() >= 6;
    return arabic || latin ? 2 : 0;
  }
}
