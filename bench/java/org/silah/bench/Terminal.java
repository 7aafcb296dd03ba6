package org.silah.bench;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.silah.kernel.Command;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What {@code bin/silah} does, in a program that runs already. */
final class Terminal {

  private Terminal() {}

  /** @return what was said */
  static String run(ApplicationContext program, String name, List<String> words) {
    var command = program.getBeansOfType(Command.class).values().stream().filter(any -> any.name().equals(name)).findFirst().orElseThrow();
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = command.run(words, InputStream.nullInputStream(), out, out);
    if (code != 0) {
      throw new IllegalStateException(name + " " + words + " ended with " + code + ":\n" + said.toString(StandardCharsets.UTF_8));
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  /** The figures of a search of the whole base. */
  static Map<?, ?> searchDuplicates(ApplicationContext program) {
    return new JsonMapper().readValue(run(program, "duplicates", List.of("search")).lines().toList().getLast(), Map.class);
  }
}
