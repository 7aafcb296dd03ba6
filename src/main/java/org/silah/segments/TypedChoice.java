package org.silah.segments;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.silah.kernel.Digits;
import org.silah.web.Mistakes;

/**
 * The choice as typed in its form.
 *
 * @param shares each class's share of the donors in percent, top first
 */
record TypedChoice(String measure, String period, Map<ValueClass, String> shares) {

  private static final Pattern PERCENT = Pattern.compile("\\s*(\\d{1,3}(?:\\.\\d{1,2})?)\\s*[%٪]?\\s*");

  static TypedChoice of(Choice choice) {
    return new TypedChoice(choice.measure(), choice.period().code(),
        each(of -> BigDecimal.valueOf(choice.cuts().share(of), 2).stripTrailingZeros().toPlainString()));
  }

  static TypedChoice of(Map<String, String> typed) {
    return new TypedChoice(typed.getOrDefault("measure", ""), typed.getOrDefault("period", ""),
        each(of -> typed.getOrDefault(of.code(), "").strip()));
  }

  /** @throws Mistakes naming each field that must be mended */
  Choice read(Measures measures) {
    var mistakes = new Mistakes();
    if (!measures.has(measure)) {
      mistakes.add("measure", "segments.choice.unknown");
    }
    if (Arrays.stream(Period.values()).noneMatch(known -> known.code().equals(period))) {
      mistakes.add("period", "segments.choice.unknown");
    }
    var hundredths = Arrays.stream(ValueClass.values()).map(of -> hundredths(of, mistakes)).toList();
    if (mistakes.none() && sum(hundredths) != Cuts.ALL) {
      mistakes.add("shares", "segments.choice.sum", BigDecimal.valueOf(sum(hundredths), 2).stripTrailingZeros().toPlainString());
    }
    mistakes.raise();
    return new Choice(measure, Period.of(period), Cuts.ofShares(hundredths));
  }

  private int hundredths(ValueClass of, Mistakes mistakes) {
    var typed = PERCENT.matcher(Digits.toAscii(shares.getOrDefault(of, "")).replace('٫', '.'));
    int hundredths = typed.matches() ? new BigDecimal(typed.group(1)).movePointRight(2).intValueExact() : 0;
    if (hundredths <= 0 || hundredths >= Cuts.ALL) {
      mistakes.add(of.code(), "segments.choice.share");
    }
    return hundredths;
  }

  private static int sum(List<Integer> hundredths) {
    return hundredths.stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<ValueClass, String> each(java.util.function.Function<ValueClass, String> text) {
    return Arrays.stream(ValueClass.values()).collect(Collectors.toMap(of -> of, text, (a, _) -> a, LinkedHashMap::new));
  }
}
