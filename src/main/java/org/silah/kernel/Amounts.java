package org.silah.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Amounts of money as people type them: {@code 1,250.50}, {@code 1.250,50}, {@code 1 250,5}, {@code ١٬٢٥٠٫٥٠}, with or
 * without the currency's name or sign on either side.
 *
 * <p>Of two different marks the last one is the decimal mark. Of one that stands once: a comma followed by exactly three
 * digits groups thousands ({@code 1,250} is one thousand two hundred and fifty; {@code 0,250} cannot be a group and is a
 * quarter), any other comma and every dot is the decimal mark ({@code 1.250} is one and a quarter). A mark that stands
 * several times groups. A minus on either side, or brackets around the number, make it negative.
 */
public final class Amounts {

  private static final int LONGEST = 60;
  private static final Pattern PLAIN = Pattern.compile("(?:[0-9]{1,18}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5})(?:\\.[0-9]{1,6})?");
  private static final Pattern BODY = Pattern.compile("\\d(?:[\\d.,٫٬' ]*\\d)?");
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d[eE][+-]?\\d");
  private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(?:[.,٬' ]\\d{3})+|\\d{1,2}(?:,\\d{2})+,\\d{3}");

  private Amounts() {}

  /** @throws Unreadable if this is not one amount */
  public static BigDecimal parse(String text) {
    if (PLAIN.matcher(text).matches()) {
      return new BigDecimal(text.replace(",", ""));
    }
    var read = read(text);
    CurrencyWords.codes(read.beside());
    return read.amount();
  }

  /** @throws Unreadable if this is not one amount above zero */
  public static BigDecimal parsePositive(String text) {
    var amount = parse(text);
    if (amount.signum() <= 0) {
      throw new Unreadable(amount.signum() == 0 ? "kernel.amount.zero" : "kernel.amount.negative");
    }
    return amount;
  }

  /**
   * The currency written beside the amount; empty where there is none or its name fits several ({@code ريال}).
   *
   * @throws Unreadable if this is not one amount, or names two currencies
   */
  public static Optional<Currency> currency(String text) {
    var codes = CurrencyWords.codes(read(text).beside());
    if (codes.size() > 1) {
      throw new Unreadable("kernel.amount.currencies");
    }
    return codes.stream().findFirst().map(Currency::getInstance);
  }

  private record Read(BigDecimal amount, String beside) {}

  private static Read read(String text) {
    if (text.length() > 4 * LONGEST) {
      throw new Unreadable("kernel.amount.long");
    }
    var plain = Typed.plain(text).replace('،', ',').replace('−', '-').replace('–', '-').replaceAll("[’‘`´]", "'");
    if (plain.isEmpty()) {
      throw new Unreadable("kernel.amount.empty");
    }
    if (plain.length() > LONGEST) {
      throw new Unreadable("kernel.amount.long");
    }
    if (SCIENTIFIC.matcher(plain).find()) {
      throw new Unreadable("kernel.amount.scientific");
    }
    var body = BODY.matcher(plain);
    if (!body.find()) {
      throw new Unreadable("kernel.amount.digits");
    }
    var before = plain.substring(0, body.start());
    var after = plain.substring(body.end());
    if (after.chars().anyMatch(Character::isDigit)) {
      throw new Unreadable("kernel.amount.several");
    }
    boolean bare = isBareFraction(before);
    var number = number(bare ? "0." + body.group() : body.group());
    var beside = beside(bare ? before.substring(0, before.length() - 1) : before, after);
    return new Read(isNegative(before, after) ? number.negate() : number, beside);
  }

  /** {@code .5}, but not the dot at the end of ر.س. */
  private static boolean isBareFraction(String before) {
    int dot = before.length() - 1;
    return dot >= 0 && ".٫".indexOf(before.charAt(dot)) >= 0 && (dot == 0 || !Character.isLetter(before.charAt(dot - 1)));
  }

  private static boolean isNegative(String before, String after) {
    int minuses = (int) (before + after).chars().filter(c -> c == '-').count();
    boolean brackets = before.replace("-", "").endsWith("(") && after.startsWith(")");
    if (minuses + (brackets ? 1 : 0) > 1) {
      throw new Unreadable("kernel.amount.unreadable");
    }
    return minuses == 1 || brackets;
  }

  /** The words on both sides, once nothing is left there that would change the amount: {@code 5%} is not five. */
  private static String beside(String before, String after) {
    var words = (before + " " + after).replaceAll("[-+.()]", " ");
    for (char c : words.toCharArray()) {
      if (!Character.isLetter(c) && c != ' ' && Character.getType(c) != Character.NON_SPACING_MARK && !CurrencyWords.isSign(c)) {
        throw new Unreadable("kernel.amount.unreadable");
      }
    }
    return words;
  }

  private static BigDecimal number(String body) {
    int decimal = decimalMark(body);
    var whole = decimal < 0 ? body : body.substring(0, decimal);
    var fraction = decimal < 0 ? "" : body.substring(decimal + 1);
    boolean grouped = !whole.chars().allMatch(Character::isDigit);
    if (!fraction.chars().allMatch(Character::isDigit) || grouped && !GROUPS.matcher(whole).matches() || kinds(whole) > 1) {
      throw new Unreadable("kernel.amount.separators");
    }
    return new BigDecimal(whole.replaceAll("\\D", "") + "." + fraction);
  }

  /** Where the decimal mark stands, or -1. */
  private static int decimalMark(String body) {
    int last = body.length() - 1;
    while (last >= 0 && Character.isDigit(body.charAt(last))) {
      last--;
    }
    if (last < 0 || body.charAt(last) == '٫') {
      return last;
    }
    char mark = body.charAt(last);
    boolean once = body.indexOf(mark) == last;
    boolean others = kinds(body) > 1;
    boolean group = body.length() - last == 4 && body.charAt(0) != '0';
    return switch (mark) {
      case '.' -> once ? last : -1;
      case ',' -> once && (others || !group) ? last : -1;
      default -> -1;
    };
  }

  /** How many different marks there are between the digits. */
  private static long kinds(String body) {
    return body.chars().filter(c -> !Character.isDigit(c)).distinct().count();
  }
}
