package org.silah.web;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.Notation;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.NoUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.HijriDate;
import org.silah.kernel.Money;
import org.silah.kernel.Unreadable;

/** One language's sentences and its way of writing numbers and dates. Digits are Latin in both. */
public final class Words {

  /** Of any currency there is: the unit of account UYW and CLF have four. */
  private static final int MOST_DECIMALS = 4;
  /** By the number of decimals; made once, for a formatter works itself out anew each time it is derived from another. */
  private static final List<LocalizedNumberFormatter> PLAIN = IntStream.rangeClosed(0, MOST_DECIMALS)
      .mapToObj(decimals -> NumberFormatter.withLocale(Language.EN.locale()).precision(Precision.fixedFraction(decimals)))
      .toList();

  private static final Pattern BARE_PLACES_ONLY = Pattern.compile("(?:[^{}']|\\{\\d\\})*+");

  private final Language language;
  private final Map<String, String> patterns;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
  private final Map<String, Boolean> plain = new ConcurrentHashMap<>();
  private final DateTimeFormatter gregorian;
  private final LocalizedNumberFormatter whole;
  private final LocalizedNumberFormatter share;
  private final LocalizedNumberFormatter rough;

  Words(Language language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = patterns;
    this.gregorian = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag(language == Language.AR ? "ar-SA-u-nu-latn" : "en-GB"));
    var numbers = NumberFormatter.withLocale(language.locale());
    this.whole = numbers.precision(Precision.integer());
    this.share = numbers.unit(NoUnit.PERCENT).scale(Scale.powerOfTen(2)).precision(Precision.maxFraction(1));
    this.rough = numbers.notation(Notation.compactShort()).precision(Precision.maxSignificantDigits(3));
  }

  public Language language() {
    return language;
  }

  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /**
   * @param given a currency or a {@link Named} among them is called by its name
   * @throws IllegalArgumentException if neither file knows {@code key}: a bug that the tests catch
   */
  public String get(String key, Object... given) {
    var pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message " + key + " in " + language.code());
    }
    if (given.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return pattern;
    }
    var args = Arrays.stream(given).map(this::named).toArray();
    if (isPlain(pattern) && Arrays.stream(args).allMatch(String.class::isInstance)) {
      return fill(pattern, args);
    }
    var format = formats.computeIfAbsent(key, _ -> new MessageFormat(pattern, language.locale()));
    synchronized (format) { // a MessageFormat is not safe for two threads at once
      return format.format(args);
    }
  }

  public String get(BrokenRule rule) {
    return get(rule.key(), rule.args());
  }

  public String get(Unreadable unreadable) {
    return get(unreadable.code(), unreadable.args());
  }

  public String number(long number) {
    return whole.format(number).toString();
  }

  /** {@code share} from 0 to 1 with one decimal: 0.634 is 63.4%. */
  public String percent(double share) {
    return stripMarks(this.share.format(share).toString()).replace('٪', '%'); // Latin digits take the Latin sign
  }

  /** The digits of an amount without its sign: {@code 1,250.50}, with the decimals its currency has. */
  public String amount(Money money) {
    var decimals = money.currency().getDefaultFractionDigits();
    return plain(money.amount(), decimals);
  }

  /** The same without a fraction, for headline figures. */
  public String wholeAmount(Money money) {
    return plain(money.amount(), 0);
  }

  /** {@code 84 ألف}, for the axis of a chart. */
  public String compact(double number) {
    return stripMarks(rough.format(number).toString());
  }

  /** {@code 22 نوفمبر 2026م}. */
  public String date(LocalDate day) {
    return language == Language.AR ? gregorian.format(day) + "م" : gregorian.format(day);
  }

  /** {@code 12 جمادى الآخرة 1448هـ}; empty outside the published calendar. */
  public String hijri(LocalDate day) {
    try {
      var hijri = HijriDate.from(day);
      return get("web.hijri.date", String.valueOf(hijri.day()), hijriMonth(hijri.month()), String.valueOf(hijri.year()));
    } catch (java.time.DateTimeException e) {
      return "";
    }
  }

  public String hijriMonth(int month) {
    return get("web.hijri.month." + month);
  }

  public String weekday(LocalDate day) {
    return get("web.weekday." + day.getDayOfWeek().getValue());
  }

  public String moment(Instant at, ZoneId zone) {
    var local = at.atZone(zone);
    return date(local.toLocalDate()) + " " + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(local);
  }

  private @Nullable Object named(@Nullable Object arg) {
    return switch (arg) {
      case Currency currency ->
          com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode()).getName(language.locale(), com.ibm.icu.util.Currency.LONG_NAME, null);
      case Named named -> named.name(language);
      case null, default -> arg;
    };
  }

  private String plain(BigDecimal amount, int decimals) {
    return PLAIN.get(decimals).format(amount).toString();
  }

  /** Whether nothing but bare places such as {@code {0}} stands in it: most sentences, and every date. */
  private boolean isPlain(String pattern) {
    return plain.computeIfAbsent(pattern, BARE_PLACES_ONLY.asMatchPredicate()::test);
  }

  private static String fill(String pattern, Object[] args) {
    var filled = new StringBuilder(pattern.length() + 32);
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int place = pattern.charAt(open + 1) - '0';
      filled.append(pattern, from, open).append(place < args.length ? args[place] : pattern.substring(open, open + 3));
      from = open + 3;
    }
    return filled.append(pattern, from, pattern.length()).toString();
  }

  private static String stripMarks(String text) {
    return text.replace("\u200e", "").replace("\u200f", "").replace("\u061c", "");
  }
}
