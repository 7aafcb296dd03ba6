package org.silah.kernel;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain spellings of the numbers of our countries without the library's many expressions, several times faster;
 * whether a number exists is still the library's word. Answers only where the library would answer the same, which
 * PhoneNumberTest holds it to, and leaves all else to it.
 */
final class QuickDial {

  /** Our countries, all of which dial abroad with 00. */
  private static final Set<String> REGIONS = Set.of(
      "SA", "AE", "KW", "BH", "QA", "OM", "YE", "JO", "IQ", "LB", "SY", "PS", "EG", "SD", "LY", "TN", "DZ", "MA");

  private static final Map<String, String> CODES = REGIONS.stream().collect(
      Collectors.toMap(region -> region, region -> "" + PhoneNumberUtil.getInstance().getCountryCodeForRegion(region)));

  private static final int LONGEST = 15;
  private static final int SHORTEST = 7;

  private QuickDial() {}

  /** The number in E.164, or null if it takes a closer look. */
  static @Nullable String read(String text, String region, PhoneNumberUtil book) {
    var home = CODES.get(region);
    if (home == null || text.length() > 2 * LONGEST) {
      return null;
    }
    var digits = digits(text);
    if (digits == null || digits.length() < SHORTEST) {
      return null;
    }
    if (digits.charAt(0) == '+') {
      return abroad(digits.substring(1), book);
    }
    if (digits.startsWith("00")) {
      return abroad(digits.substring(2), book);
    }
    if (digits.charAt(0) == '0') {
      return "0".equals(book.getNddPrefixForRegion(region, true)) ? existing(home, digits.substring(1), book) : null;
    }
    return digits.startsWith(home) ? withCode(home, digits, book) : existing(home, digits, book);
  }

  /** The country's own code without a plus, where the whole is too long to be a number at home. */
  private static @Nullable String withCode(String code, String digits, PhoneNumberUtil book) {
    var atHome = new Phonenumber.PhoneNumber().setCountryCode(Integer.parseInt(code)).setNationalNumber(Long.parseLong(digits));
    boolean tooLong = book.isPossibleNumberWithReason(atHome) == ValidationResult.TOO_LONG;
    return tooLong ? existing(code, digits.substring(code.length()), book) : null;
  }

  private static @Nullable String abroad(String digits, PhoneNumberUtil book) {
    for (var code : CODES.values()) {
      if (digits.startsWith(code)) {
        return existing(code, digits.substring(code.length()), book);
      }
    }
    return null;
  }

  private static @Nullable String existing(String code, String national, PhoneNumberUtil book) {
    if (national.isEmpty() || national.charAt(0) == '0' || national.length() > 12) {
      return null;
    }
    var number = new Phonenumber.PhoneNumber().setCountryCode(Integer.parseInt(code)).setNationalNumber(Long.parseLong(national));
    return book.isValidNumber(number) ? "+" + code + national : null;
  }

  /** A plus, if there was one at the beginning, and the digits; null if there is anything else but spaces and hyphens. */
  private static @Nullable String digits(String text) {
    var out = new StringBuilder(LONGEST + 1);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c <= '9' ? c - '0' : Character.digit(c, 10);
      if (digit >= 0 && digit <= 9 && !(c >= 'A' && c <= 'z')) {
        out.append((char) ('0' + digit));
      } else if (c == '+' && out.isEmpty()) {
        out.append(c);
      } else if (c != ' ' && c != '-' && c != '\u00A0') {
        return null;
      }
    }
    return out.length() > LONGEST + 2 ? null : out.toString();
  }
}
