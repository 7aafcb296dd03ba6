package org.silah.platform;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silah.kernel.Command;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Every other word of the command line: a {@link Command} of some module, run without pages and without background work. */
record Commands(Place place, Spring spring, Terminal terminal) {

  private static final int MISUSED = 2;
  private static final String EVENT_LOG =
      "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration,org.springframework.modulith.events.config.EventPublicationAutoConfiguration";

  /** What was asked for is an answer, not a complaint. */
  int help() {
    terminal.say("usage");
    usages(withoutDatabase(), terminal.out());
    return 0;
  }

  int run(CommandLine line) {
    if (place.isEmpty(line)) {
      var commands = withoutDatabase();
      if (named(line.word(), commands).isEmpty()) {
        return unknown(line, commands);
      }
    }
    var open = place.open(line);
    var settings = new HashMap<String, Object>(open.database().springProperties());
    settings.put("silah.demo", Place.isDemonstration(open.folder()));
    settings.put("silah.data", open.folder().toString());
    settings.put("spring.datasource.hikari.maximum-pool-size", 4);
    var commands = in(spring.start(WebApplicationType.NONE, quiet(settings)));
    return named(line.word(), commands)
        .map(command -> command.run(line.arguments(), terminal.in(), terminal.out(), terminal.err()))
        .orElseGet(() -> unknown(line, commands));
  }

  private int unknown(CommandLine line, Collection<Command> commands) {
    terminal.complain("unknown", line.word());
    terminal.complain("usage");
    usages(commands, terminal.err());
    return MISUSED;
  }

  private static void usages(Collection<Command> commands, PrintStream out) {
    commands.stream().sorted(Comparator.comparing(Command::name)).map(Command::usage).forEach(out::println);
  }

  private static Optional<Command> named(String name, Collection<Command> commands) {
    return commands.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  /** Enough to ask each command its name: a mistyped word must not make a database. */
  private Collection<Command> withoutDatabase() {
    return in(spring.outline(quiet(Map.of(
        "spring.flyway.enabled", false,
        "spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/none",
        "spring.autoconfigure.exclude", EVENT_LOG))));
  }

  private static Collection<Command> in(ApplicationContext context) {
    // the event log asks for it while it is closed, when nothing may be made any more
    context.getBean(PlatformTransactionManager.class);
    return List.copyOf(context.getBeansOfType(Command.class).values());
  }

  /** Only what the commands themselves need is made, and nothing works behind their back. */
  private static Map<String, Object> quiet(Map<String, Object> settings) {
    var all = new HashMap<>(settings);
    all.put("silah.workers", false);
    all.put("spring.main.lazy-initialization", true);
    return all;
  }
}
