package org.silah.constituents.duplicates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.silah.constituents.likeness.NameLikeness;
import org.silah.kernel.Command;
import org.silah.web.Texts;
import org.springframework.stereotype.Component;

/** {@code silah names match}: pairs of names in, a line each; how much they are alike out, a line each. */
@Component
class NamesCommand implements Command {

  private static final int MISUSED = 2;

  private final Spellings spellings;
  private final Texts texts;

  NamesCommand(Spellings spellings, Texts texts) {
    this.spellings = spellings;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "names";
  }

  @Override
  public String usage() {
    return texts.ofTerminal().stream().map(words -> words.get("constituents.names.usage")).collect(Collectors.joining(System.lineSeparator()));
  }

  @Override
  public int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
    if (!args.equals(List.of("match"))) {
      err.println(usage());
      return MISUSED;
    }
    var likeness = new NameLikeness(spellings.variants());
    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    int unpaired = 0;
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        var names = (number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line).split("\t", -1);
        if (names.length < 2) {
          int of = number;
          texts.ofTerminal().forEach(words -> err.println(words.get("constituents.names.no-pair", of)));
          unpaired++;
        }
        double score = names.length < 2 ? 0 : likeness.of(names[0], names[1]);
        out.println(String.format(Locale.ROOT, "%.3f\t%s", score, NameLikeness.Verdict.of(score).code()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return unpaired == 0 ? 0 : 1;
  }
}
