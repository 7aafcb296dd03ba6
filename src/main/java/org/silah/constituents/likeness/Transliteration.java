package org.silah.constituents.likeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a word in Latin letters and one in Arabic letters are spellings of each other: the best way to lay the letters of the
 * one against those of the other, in bits of evidence. Letters that nothing is known of speak against it.
 */
public final class Transliteration {

  private static final int LONGEST_LATIN = 3;
  private static final int LONGEST_ARABIC = 2;
  private static final float ODD = -9;
  private static final int LONGEST_WORD = 40;

  private static final Map<String, Map<String, Float>> BITS = read("transliteration.txt");

  private Transliteration() {}

  /**
   * @param latin folded
   * @param arabic folded
   * @return bits of evidence for each letter, more than about 1.5 for spellings of one name; words of over 40 letters are never alike
   */
  public static double bitsALetter(String latin, String arabic) {
    if (latin.isEmpty() || arabic.isEmpty() || latin.length() > LONGEST_WORD || arabic.length() > LONGEST_WORD) {
      return ODD;
    }
    return best(latin, arabic) / (0.5 * (latin.length() + arabic.length()));
  }

  private static float best(String latin, String arabic) {
    int width = arabic.length() + 1;
    var best = new float[(latin.length() + 1) * width];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    best[0] = 0;
    for (int i = 0; i <= latin.length(); i++) {
      for (int a = 0; a <= LONGEST_LATIN && i + a <= latin.length(); a++) {
        var written = BITS.getOrDefault(latin.substring(i, i + a), Map.of());
        for (int j = 0; j <= arabic.length(); j++) {
          for (int b = a == 0 ? 1 : 0; b <= LONGEST_ARABIC && j + b <= arabic.length(); b++) {
            var known = written.get(arabic.substring(j, j + b));
            float bits = known != null ? known : a <= 1 && b <= 1 ? ODD : Float.NEGATIVE_INFINITY;
            int to = (i + a) * width + j + b;
            best[to] = Math.max(best[to], best[i * width + j] + bits);
          }
        }
      }
    }
    return best[best.length - 1];
  }

  private static Map<String, Map<String, Float>> read(String file) {
    try (var in = Transliteration.class.getResourceAsStream("/constituents/likeness/" + file)) {
      var bits = new HashMap<String, Map<String, Float>>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).forEach(words -> {
        var written = new HashMap<String, Float>();
        for (int i = 1; i < words.length; i += 2) {
          written.put(letters(words[i]), Float.parseFloat(words[i + 1]));
        }
        bits.put(letters(words[0]), written);
      });
      return Map.copyOf(bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String letters(String word) {
    return word.equals("-") ? "" : word;
  }
}
