package org.silah.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;

/** A telephone number that can be dialled from anywhere, as {@code +966512345678}. Its extension, if any, is not part of it. */
public record PhoneNumber(String e164) implements Comparable<PhoneNumber> {

  private static final PhoneNumberUtil BOOK = PhoneNumberUtil.getInstance();
  private static final int LONGEST = 250;
  private static final int SHORTEST_SECOND_NUMBER = 7;
  private static final int LONGEST_COUNTRY_CODE = 3;

  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{3,16}");
  private static final Pattern DECIMAL = Pattern.compile("(\\+?\\d{7,15})[.,٫]0+");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\+?\\d(?:[.,٫]\\d+)?[eE]\\+?\\d{1,2}");
  private static final Pattern LABEL_AFTER = Pattern.compile(
      "[\\s(:-]*(?:جوال|موبايل|محمول|نقال|هاتف|تلفون|واتس|واتساب|mobile|phone|whatsapp)[\\s).:]*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTENSION = Pattern.compile("[\\s(]*(?:تحويل[ةه]|داخلي|فرعي)[\\s:]*(\\d{1,6})[\\s)]*$");
  private static final Pattern BETWEEN = Pattern.compile("[\\s/\\\\,،;؛|&]+(?:(?:و|أو|او|or|and)\\s+)?");

  /** @throws IllegalArgumentException if this is not in E.164 */
  public PhoneNumber {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  /**
   * @param region the country (ISO 3166, {@code SA}) within which a number without a country code is dialled
   * @throws Unreadable if this is not one number that its country's numbering plan has
   */
  public static PhoneNumber parse(String text, String region) {
    var quick = QuickDial.read(text, region, BOOK);
    return quick != null ? new PhoneNumber(quick) : carefully(text, region);
  }

  /**
   * As {@link #parse}, for a cell of a spreadsheet: a program that took the number for a quantity may have written it with
   * a decimal ({@code 966512345678.0}), which is taken off again. Where people type, the same text is refused, since a dot
   * there may part the digits.
   */
  public static PhoneNumber fromCell(String text, String region) {
    var decimal = DECIMAL.matcher(Typed.plain(text));
    return parse(decimal.matches() ? decimal.group(1) : text, region);
  }

  private static PhoneNumber carefully(String text, String region) {
    if (text.length() > LONGEST) {
      throw new Unreadable("kernel.phone.long");
    }
    var plain = withoutLabel(Typed.plain(text));
    if (plain.isEmpty()) {
      throw new Unreadable("kernel.phone.empty");
    }
    if (DECIMAL.matcher(plain).matches()) {
      throw new Unreadable("kernel.phone.decimal");
    }
    if (SCIENTIFIC.matcher(plain).matches()) {
      throw new Unreadable("kernel.phone.scientific");
    }
    try {
      return valid(BOOK.parse(plain, region));
    } catch (NumberParseException e) {
      throw isSeveral(plain, region) ? new Unreadable("kernel.phone.several") : new Unreadable(reason(e));
    } catch (Unreadable e) {
      throw isSeveral(plain, region) ? new Unreadable("kernel.phone.several") : e;
    }
  }

  private static String withoutLabel(String plain) {
    int from = 0;
    while (from < plain.length() && "'’‘`´\" ".indexOf(plain.charAt(from)) >= 0) {
      from++;
    }
    return EXTENSION.matcher(LABEL_AFTER.matcher(plain.substring(from)).replaceFirst("")).replaceFirst(" ext $1");
  }

  private static PhoneNumber valid(Phonenumber.PhoneNumber number) {
    if (number.getExtension().length() >= SHORTEST_SECOND_NUMBER) {
      throw new Unreadable("kernel.phone.several");
    }
    if (!BOOK.isValidNumber(number)) {
      var length = BOOK.isPossibleNumberWithReason(number);
      throw new Unreadable(length == ValidationResult.TOO_SHORT ? "kernel.phone.short"
          : length == ValidationResult.TOO_LONG ? "kernel.phone.long" : "kernel.phone.invalid");
    }
    return new PhoneNumber(BOOK.format(number, PhoneNumberFormat.E164));
  }

  private static boolean isSeveral(String plain, String region) {
    int numbers = 0;
    for (var piece : BETWEEN.split(plain)) {
      if (piece.length() >= SHORTEST_SECOND_NUMBER && QuickDial.read(piece, region, BOOK) != null) {
        numbers++;
      }
    }
    return numbers > 1;
  }

  private static String reason(NumberParseException e) {
    return switch (e.getErrorType()) {
      case INVALID_COUNTRY_CODE -> "kernel.phone.country";
      case NOT_A_NUMBER -> "kernel.phone.unreadable";
      case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "kernel.phone.short";
      case TOO_LONG -> "kernel.phone.long";
    };
  }

  /** As dialled within its country: {@code 051 234 5678}. */
  public String national() {
    return BOOK.format(number(), PhoneNumberFormat.NATIONAL);
  }

  /** {@code +966 51 234 5678}. */
  public String international() {
    return BOOK.format(number(), PhoneNumberFormat.INTERNATIONAL);
  }

  /** The ISO 3166 code of its country; {@code 001} for numbers that belong to no country, {@code ZZ} if it is unknown. */
  public String region() {
    var region = BOOK.getRegionCodeForNumber(number());
    return region == null ? "ZZ" : region;
  }

  /** What the library reads out of it, without looking for what E.164 has not: a list shows fifty of them. */
  private Phonenumber.PhoneNumber number() {
    for (int end = 2; end <= LONGEST_COUNTRY_CODE + 1; end++) {
      int code = Integer.parseInt(e164, 1, end, 10);
      if (BOOK.getSupportedCallingCodes().contains(code)) {
        return number(code, e164.substring(end));
      }
    }
    throw new IllegalStateException("not a number of any country");
  }

  private static Phonenumber.PhoneNumber number(int countryCode, String national) {
    var number = new Phonenumber.PhoneNumber().setCountryCode(countryCode).setNationalNumber(Long.parseLong(national));
    int zeros = 0;
    while (zeros < national.length() - 1 && national.charAt(zeros) == '0') {
      zeros++;
    }
    if (zeros > 0) {
      number.setItalianLeadingZero(true);
    }
    return zeros > 1 ? number.setNumberOfLeadingZeros(zeros) : number;
  }

  @Override
  public int compareTo(PhoneNumber other) {
    return e164.compareTo(other.e164);
  }

  @Override
  public String toString() {
    return e164;
  }
}
