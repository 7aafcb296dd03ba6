package org.silah.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a measurement says at the end, as one line of JSON. */
record Result(Map<String, Object> facts) {

  static Result of(String bench) {
    return new Result(new LinkedHashMap<>(Map.of("bench", bench)));
  }

  /** @throws IllegalArgumentException if the name is taken: one figure would hide another */
  Result with(String name, Object value) {
    var more = new LinkedHashMap<>(facts);
    if (more.put(name, value) != null) {
      throw new IllegalArgumentException("told twice: " + name);
    }
    return new Result(more);
  }

  /** Throughput of ours and of a floor in {@code unit}; ratio: how many times slower ours is. */
  static Result throughput(String bench, String unit, double ours, double floor, double target) {
    double ratio = floor / ours;
    return of(bench).with("unit", unit).with("ours", Math.round(ours)).with("floor", Math.round(floor))
        .with("ratio", Math.round(ratio * 100) / 100.0).with("target", target).with("met", ratio <= target);
  }

  static Result latency(String bench, Latencies latencies, double targetMillis) {
    return of(bench).with("p50_ms", latencies.millis(0.50)).with("p95_ms", latencies.millis(0.95)).with("p99_ms", latencies.millis(0.99))
        .with("target_ms", targetMillis).with("met", latencies.millis(0.95) <= targetMillis);
  }

  String json() {
    return facts.entrySet().stream().map(fact -> "\"" + fact.getKey() + "\":" + value(fact.getValue())).collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Object value) {
    return switch (value) {
      case String text -> "\"" + text + "\"";
      case Double number -> number == Math.rint(number) && Math.abs(number) < 1e9 ? String.valueOf(number.longValue()) : String.format(Locale.ROOT, "%.2f", number);
      case Result inner -> inner.json();
      default -> String.valueOf(value);
    };
  }
}
