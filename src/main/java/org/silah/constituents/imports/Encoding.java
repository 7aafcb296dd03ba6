package org.silah.constituents.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The way a text file writes its letters as bytes, found by evidence: a mark at its start, bytes that only one encoding
 * allows, and whether what comes out reads like words.
 *
 * @param certain whether nothing else fits nearly as well; if not, a person looks at a sample and chooses
 */
record Encoding(Charset charset, boolean certain) {

  static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
  static final Charset ISO_8859_6 = Charset.forName("ISO-8859-6");
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What a person can choose from, the likeliest first. */
  static final List<Charset> CHOICES = List.of(StandardCharsets.UTF_8, WINDOWS_1256, ISO_8859_6, WINDOWS_1252, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private static final List<Charset> OF_ONE_BYTE = List.of(WINDOWS_1256, ISO_8859_6, WINDOWS_1252);
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern ARABIC = Pattern.compile("[\\p{IsArabic}\\p{M}]+");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");
  /** Tashkeel twice, at the start, or alone: nobody writes a list like that. */
  private static final Pattern ODD_MARKS = Pattern.compile("^\\p{M}|\\p{M}(?!\\u0651)\\p{M}|[\\u064B\\u064D].");
  private static final double CLEAR = 0.15;

  private record Reading(Charset charset, String text, double score) {}

  /** The encoding that a mark at the start of the file declares. */
  static Optional<Charset> marked(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (starts(head, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return starts(head, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /**
   * Of a file that is not UTF-8.
   *
   * @param evidence lines of it that are not plain ASCII
   */
  static Encoding ofOneByte(byte[] evidence) {
    var readings = OF_ONE_BYTE.stream()
        .flatMap(charset -> decode(evidence, charset).map(text -> new Reading(charset, text, score(text))).stream())
        .sorted(Comparator.comparingDouble(Reading::score).reversed())
        .toList();
    if (readings.isEmpty()) {
      throw new ImportRefused("encoding");
    }
    var best = readings.getFirst();
    boolean certain = best.score > 0.5 && readings.stream().skip(1).allMatch(other -> other.text.equals(best.text) || best.score - other.score > CLEAR);
    return new Encoding(best.charset, certain);
  }

  /** The text of {@code bytes}, or nothing if a byte is not of this encoding. */
  static Optional<String> decode(byte[] bytes, Charset charset) {
    try {
      var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** From 0, nothing like words, to 1.5: every word is of one script, and the Arabic article is where it belongs. */
  private static double score(String text) {
    int words = 0;
    double good = 0;
    for (var matcher = WORD.matcher(text); matcher.find();) {
      var word = matcher.group();
      if (word.chars().allMatch(letter -> letter < 128)) {
        continue;
      }
      words++;
      if (ARABIC.matcher(word).matches() && !ODD_MARKS.matcher(word).find()) {
        good += word.startsWith("ال") && word.length() > 4 ? 1.5 : word.length() == 1 ? 0.5 : 1;
      } else if (LATIN.matcher(word).matches()) {
        good += word.length() > 2 ? 0.9 : 0.2;
      }
    }
    return words == 0 ? 0 : good / words;
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
