package org.silah.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What stands beside an amount: names, codes and signs of currencies, from {@code currency_words.txt}. */
final class CurrencyWords {

  private static final Map<String, String> CODES = read();
  private static final int LONGEST = 4;
  private static final String SEVERAL = "-";

  private CurrencyWords() {}

  /**
   * The codes that {@code text} names; none where it is empty or its words fit several currencies.
   *
   * @throws Unreadable at a word that has nothing to do with money
   */
  static Set<String> codes(String text) {
    var codes = new LinkedHashSet<String>();
    var words = key(text).split(" ");
    for (int i = 0; i < words.length; ) {
      i += take(words, i, codes);
    }
    codes.remove(SEVERAL);
    return codes;
  }

  /** Takes the longest run of words that is known, for ر.س comes as two. */
  private static int take(String[] words, int from, Set<String> codes) {
    for (int length = Math.min(LONGEST, words.length - from); length > 0; length--) {
      var code = CODES.get(String.join("", Arrays.copyOfRange(words, from, from + length)));
      if (code != null) {
        codes.add(code);
        return length;
      }
    }
    if (words[from].isEmpty()) {
      return 1;
    }
    throw new Unreadable("kernel.amount.word");
  }

  /** Folded, with signs standing for themselves. */
  private static String key(String text) {
    var out = new StringBuilder();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isSign(text.charAt(i))) {
        out.append(PersonName.fold(text.substring(from, i))).append(' ').append(text.charAt(i)).append(' ');
        from = i + 1;
      }
    }
    return out.append(PersonName.fold(text.substring(from))).toString().strip().replaceAll(" +", " ");
  }

  /** The riyal sign is newer than most tables of characters. */
  static boolean isSign(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL || c == 0x20C1;
  }

  private static Map<String, String> read() {
    var codes = new HashMap<String, String>();
    for (var currency : Currency.getAvailableCurrencies()) {
      codes.put(key(currency.getCurrencyCode()), currency.getCurrencyCode());
    }
    var file = Objects.requireNonNull(CurrencyWords.class.getResourceAsStream("currency_words.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).forEach(line -> {
        for (int i = 1; i < line.length; i++) {
          codes.put(key(line[i]).replace(" ", ""), line[0]);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(codes);
  }
}
