package org.silah.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in the terminal: {@code [--data DIR] WORD ARGUMENT…}.
 *
 * @param data where the data folder was asked to be, if anywhere
 */
record CommandLine(String word, List<String> arguments, @Nullable Path data) {

  private static final int HIGHEST_PORT = 65_535;
  private static final Set<String> HELP = Set.of("help", "--help", "-h");

  /**
   * Takes {@code --data} out from wherever it stands.
   *
   * @throws CannotStart for an empty name, which is a variable that is not set: the folder it stands in is not meant
   */
  static CommandLine of(String... words) {
    var rest = new ArrayList<>(List.of(words));
    var data = take(rest, "--data");
    if (data != null && data.isBlank()) {
      throw new CannotStart("misunderstood", rest.isEmpty() ? "silah" : rest.getFirst(), "--data ''");
    }
    var word = rest.isEmpty() ? "help" : rest.removeFirst();
    return new CommandLine(word, List.copyOf(rest), data == null ? null : Path.of(data));
  }

  boolean asksForHelp() {
    return HELP.contains(word) || arguments.stream().anyMatch(argument -> argument.startsWith("-") && HELP.contains(argument));
  }

  String[] argumentArray() {
    return arguments.toArray(String[]::new);
  }

  /** @throws CannotStart if anything but {@code --port N} is left to understand */
  int port(int otherwise) {
    var rest = new ArrayList<>(arguments);
    var port = take(rest, "--port");
    if (!rest.isEmpty()) {
      throw new CannotStart("misunderstood", word, String.join(" ", rest));
    }
    if (port == null) {
      return otherwise;
    }
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
      throw new CannotStart("no-port", port);
    }
    return Integer.parseInt(port);
  }

  /** The folder asked for, or SILAH_DATA, or {@code data} beside the program. */
  Path folder(Map<String, String> environment) {
    return data != null ? data : usual(environment);
  }

  /** The demonstration never touches what a charity keeps: unless asked otherwise it lives in a folder of its own inside. */
  Path demoFolder(Map<String, String> environment) {
    return data != null ? data : usual(environment).resolve("demo");
  }

  /** For commands: the usual folder, or that of the demonstration if only that has a database. */
  Path folderInUse(Map<String, String> environment) {
    var usual = folder(environment);
    var demo = demoFolder(environment);
    return !hasDatabase(usual) && hasDatabase(demo) ? demo : usual;
  }

  private static boolean hasDatabase(Path folder) {
    return EmbeddedPostgres.existsIn(DataFolder.postgres(folder));
  }

  private static Path usual(Map<String, String> environment) {
    var wish = environment.getOrDefault("SILAH_DATA", "");
    return wish.isEmpty() ? Path.of(System.getProperty("silah.home", "."), "data") : Path.of(wish);
  }

  private static @Nullable String take(List<String> words, String option) {
    for (var at = 0; at < words.size(); at++) {
      if (words.get(at).startsWith(option + "=")) {
        return words.remove(at).substring(option.length() + 1);
      } else if (words.get(at).equals(option) && at + 1 < words.size()) {
        words.remove(at);
        return words.remove(at);
      }
    }
    return null;
  }
}
