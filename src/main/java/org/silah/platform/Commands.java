package org.silah.platform;

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

  int run(CommandLine line) {
    if (line.word().equals("help") || place.isEmpty(line) && named(line.word(), withoutDatabase()).isEmpty()) {
      return list(withoutDatabase());
    }
    var open = place.open(line);
    var settings = new HashMap<String, Object>(open.database().springProperties());
    settings.put("silah.demo", Place.isDemonstration(open.folder()));
    settings.put("silah.data", open.folder().toString());
    settings.put("spring.datasource.hikari.maximum-pool-size", 4);
    var commands = in(spring.start(WebApplicationType.NONE, quiet(settings)));
    return named(line.word(), commands)
        .map(command -> command.run(line.arguments(), terminal.in(), terminal.out(), terminal.err()))
        .orElseGet(() -> list(commands));
  }

  private int list(Collection<Command> commands) {
    terminal.complain("usage");
    commands.stream().sorted(Comparator.comparing(Command::name)).map(Command::usage).forEach(terminal.err()::println);
    return MISUSED;
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
