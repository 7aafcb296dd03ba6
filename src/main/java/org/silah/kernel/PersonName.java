package org.silah.kernel;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of people in Arabic and Latin letters: cleaned for keeping, folded for finding. */
public final class PersonName {

  private PersonName() {}

  public static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  public static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
        .replaceAll("[\\p{M}ـ]", "").replaceAll("[أإآٱ]", "ا").replace('ى', 'ي').replace('ة', 'ه')
        .replace('ؤ', 'و').replace('ئ', 'ي').replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip();
  }

  public static List<String> tokens(String name) {
    return List.of(fold(name).split(" "));
  }

  public static List<String> searchForms(String token) {
    return List.of(token);
  }

  public static String skeleton(String token) {
    return token.replaceAll("[aeiouاوي]", "");
  }

  public static boolean sameName(String a, String b) {
    return tokens(a).equals(tokens(b));
  }
}
