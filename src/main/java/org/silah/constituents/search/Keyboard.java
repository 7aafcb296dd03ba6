package org.silah.constituents.search;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a text would be had the keyboard stood on the other script: {@code hpl]} is أحمد, and ىخعق is {@code nour}. The Arabic layouts of
 * PCs and of Macs put some letters in different places, so that one text may have several readings.
 */
final class Keyboard {

  private static final String KEYS = "qwertyuiop[]asdfghjkl;'zxcvnm,./`";
  private static final String PC = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ";
  private static final String MAC_KEYS = "qwertyuiop[]asdfghjkl;zxcvbnmCVBNMDH";
  private static final String MAC = "ضصثقفغعهخحجةشسيبلاتنمكظطذدزروئءأإؤىآ";

  private static final Map<String, String> ON_A_PC = map(KEYS, PC, Map.of("b", "لا", "H", "أ", "Y", "إ", "N", "آ", "G", "لأ", "T", "لإ", "B", "لآ"));
  private static final Map<String, String> ON_A_MAC = map(MAC_KEYS, MAC, Map.of());
  private static final Map<String, String> FROM_A_PC = turned(ON_A_PC);
  private static final Map<String, String> FROM_A_MAC = turned(ON_A_MAC);

  private Keyboard() {}

  /** The readings in the other script, the likeliest first; none of a text that has letters of both, or of neither. */
  static Set<String> others(String typed) {
    var text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    boolean latin = text.chars().anyMatch(Keyboard::isLatin);
    boolean arabic = text.chars().anyMatch(Keyboard::isArabic);
    var others = new LinkedHashSet<String>();
    if (latin && !arabic) {
      List.of(ON_A_PC, ON_A_MAC).forEach(keys -> others.add(read(text, keys)));
    } else if (arabic && !latin) {
      others.add(read(text.replace("لا", "b"), FROM_A_PC));
      others.add(read(text, FROM_A_PC));
      others.add(read(text, FROM_A_MAC));
    }
    others.remove(text);
    return others;
  }

  /** Whether a Latin text can hardly be a name: without a vowel, or with a sign where Arabic keyboards have a letter. */
  static boolean isSuspicious(String typed) {
    var text = typed.toLowerCase(Locale.ROOT);
    return text.chars().anyMatch(Keyboard::isLatin)
        && (text.matches(".*(?:[\\[\\];/`]|[a-z],[a-z]|,$).*") || List.of(text.split("\\s+")).stream().anyMatch(word -> !word.matches(".*[aeiouy].*")));
  }

  private static String read(String text, Map<String, String> keys) {
    var read = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      var sign = text.substring(i, i + 1);
      read.append(keys.getOrDefault(sign, keys.getOrDefault(sign.toLowerCase(Locale.ROOT), sign)));
    }
    return read.toString();
  }

  private static boolean isLatin(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isArabic(int c) {
    return c >= 0x0621 && c <= 0x064A;
  }

  private static Map<String, String> map(String keys, String letters, Map<String, String> more) {
    var map = new HashMap<>(more);
    for (int i = 0; i < keys.length(); i++) {
      map.put(keys.substring(i, i + 1), letters.substring(i, i + 1));
    }
    return Map.copyOf(map);
  }

  private static Map<String, String> turned(Map<String, String> keys) {
    var turned = new HashMap<String, String>();
    keys.forEach((key, letter) -> turned.put(letter, key.toLowerCase(Locale.ROOT)));
    return Map.copyOf(turned);
  }
}
