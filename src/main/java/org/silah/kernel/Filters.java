package org.silah.kernel;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Filters for lists: a line in, a line out. */
public final class Filters {

  private Filters() {}

  public static int dates(String[] args, InputStream in, PrintStream out, PrintStream err) {
    boolean hijri = args.length > 1 && args[1].equals("hijri");
    return run(in, out, line -> {
      var date = Dates.parse(line);
      return hijri ? HijriDate.from(date).toString() : date.toString();
    });
  }

  public static int phones(String[] args, InputStream in, PrintStream out, PrintStream err) {
    return run(in, out, line -> PhoneNumber.parse(line, args[1]).e164());
  }

  private static int run(InputStream in, PrintStream out, UnaryOperator<String> read) {
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (var line : (Iterable<String>) lines.lines()::iterator) {
      try {
        out.println(read.apply(line));
      } catch (Unreadable e) {
        out.println("invalid\t" + e.getMessage());
      }
    }
    out.flush();
    return 0;
  }
}
