package org.silah.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** {@code bin/bench NAME [--size N]}: one measurement, its last line one JSON object. */
public final class Bench {

  private static final Map<String, LongFunction<Measurement>> KNOWN = new TreeMap<>(Map.of(
      "duplicates", size -> new DuplicatesBench(size < 0 ? 1_000_000 : (int) size),
      "duplicates-quality", _ -> new QualityBench(),
      "export", size -> new ExportBench(size < 0 ? 100_000 : (int) size),
      "import", size -> new ImportBench(size < 0 ? 200_000 : (int) size),
      "profile", size -> new ProfileBench(size < 0 ? 20_000 : (int) size),
      "search", size -> new SearchBench(size < 0 ? 1_000_000 : (int) size),
      "pages", size -> new PagesBench(size < 0 ? 200_000 : (int) size),
      "thankyou", size -> new ThankYouBench(size < 0 ? 10_000 : (int) size)));

  private Bench() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 0 || !KNOWN.containsKey(args[0]) || (args.length != 1 && !(args.length == 3 && args[1].equals("--size")))) {
      System.err.println("bin/bench NAME [--size N], NAME one of " + KNOWN.keySet());
      System.exit(2);
    }
    if (args.length == 3 && !args[2].matches("[1-9]\\d{0,8}")) {
      System.err.println("bin/bench " + args[0] + " --size N: N is a whole number from 1 to 999999999, not «" + args[2] + "»");
      System.exit(2);
    }
    long size = args.length == 3 ? Long.parseLong(args[2]) : -1;
    var result = KNOWN.get(args[0]).apply(size).run();
    System.out.println(result.json());
    System.exit(0);
  }
}
