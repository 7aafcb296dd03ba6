package org.silah.kernel;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Filters for lists: for each line of UTF-8 that comes in one goes out, the value in its canonical form, or {@code invalid},
 * a tab and the reason. Lines are answered as they come; nothing is held but the line. Returns the program's exit code: 0, or
 * 2 when the options are not understood.
 */
public final class Filters {

  private static final int WRONG_USE = 2;
  private static final Set<String> CALENDARS = Set.of("hijri", "gregorian");

  private Filters() {}

  /** {@code dates --to hijri|gregorian [--lang en|ar]} (else the terminal's language): days of either calendar, as {@code 2026-02-18} or {@code 1447-09-01}. */
  public static int dates(String[] args, InputStream in, PrintStream out, PrintStream err) {
    var options = options("dates", args, Set.of("--to", "--lang"));
    if (options == null || !CALENDARS.contains(options.getOrDefault("--to", ""))) {
      return usage("kernel.filters.dates", options, err);
    }
    boolean hijri = options.get("--to").equals("hijri");
    return run(in, out, language(options), line -> hijri ? hijri(Dates.parse(line)) : Dates.parse(line).toString());
  }

  /** {@code phones --region SA [--lang en|ar]}: telephone numbers as {@code +966512345678}. */
  public static int phones(String[] args, InputStream in, PrintStream out, PrintStream err) {
    var options = options("phones", args, Set.of("--region", "--lang"));
    var region = options == null ? "" : options.getOrDefault("--region", "").toUpperCase(Locale.ROOT);
    if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
      return usage("kernel.filters.phones", options, err);
    }
    return run(in, out, language(options), line -> PhoneNumber.parse(line, region).e164());
  }

  private static String hijri(LocalDate day) {
    try {
      return HijriDate.from(day).toString();
    } catch (DateTimeException e) {
      throw new Unreadable("kernel.date.gregorianrange");
    }
  }

  private static int run(InputStream in, PrintStream out, Locale language, UnaryOperator<String> read) {
    try (var lines = new Lines(in, out)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        lines.print(answer(line, language, read));
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String answer(String line, Locale language, UnaryOperator<String> read) {
    try {
      if (line.isBlank()) {
        throw new Unreadable("kernel.filters.empty");
      }
      if (line.length() > Lines.LONGEST) {
        throw new Unreadable("kernel.filters.line");
      }
      return read.apply(line);
    } catch (Unreadable e) {
      return "invalid\t" + e.in(language);
    }
  }

  /** The options by name, or null if there is one that is not known or has no value. */
  private static @Nullable Map<String, String> options(String command, String[] args, Set<String> known) {
    var options = new HashMap<String, String>();
    for (int i = args.length > 0 && args[0].equals(command) ? 1 : 0; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      var name = equals < 0 ? args[i] : args[i].substring(0, equals);
      if (!known.contains(name) || equals < 0 && i + 1 == args.length) {
        return null;
      }
      options.put(name, equals < 0 ? args[++i] : args[i].substring(equals + 1));
    }
    return TerminalLanguage.SPOKEN.contains(options.getOrDefault("--lang", "en")) ? options : null;
  }

  private static Locale language(Map<String, String> options) {
    return Locale.forLanguageTag(options.getOrDefault("--lang", TerminalLanguage.wished().orElse("en")));
  }

  private static int usage(String code, @Nullable Map<String, String> options, PrintStream err) {
    err.println(Sentences.in(language(options == null ? Map.of() : options)).of(code));
    err.flush();
    return WRONG_USE;
  }
}
