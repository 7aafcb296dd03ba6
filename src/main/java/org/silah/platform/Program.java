package org.silah.platform;

import org.silah.kernel.Filters;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;

/** Silah as a process: from the words in the terminal to a running charity, or to one command and its exit code. */
public final class Program {

  private Program() {}

  /**
   * Does what the words say, and ends the process with its exit code.
   *
   * @param application the class that Spring starts from
   */
  public static void run(Class<?> application, String... words) {
    var terminal = Terminal.own();
    var exit = new Exit(terminal);
    var code = code(application, exit, terminal, words);
    if (terminal.out().checkError() && code == 0) {
      terminal.complain("not-written");
      code = 1;
    }
    exit.with(code);
  }

  private static int code(Class<?> application, Exit exit, Terminal terminal, String... words) {
    var place = new Place(System.getenv(), exit, terminal);
    var spring = new Spring(application, exit);
    try {
      var line = CommandLine.of(words);
      if (line.asksForHelp()) {
        return new Commands(place, spring, terminal).help();
      }
      return switch (line.word()) {
        case "start", "demo" -> new Server(place, spring, exit, terminal).run(line);
        case "dates" -> Filters.dates(line.argumentArray(), terminal.in(), terminal.out(), terminal.err());
        case "phones" -> Filters.phones(line.argumentArray(), terminal.in(), terminal.out(), terminal.err());
        default -> new Commands(place, spring, terminal).run(line);
      };
    } catch (CannotStart reason) {
      terminal.err().println(reason.sentence());
      return 1;
    } catch (BeansException told) {
      terminal.complain("not-started");
      return 1;
    } catch (RuntimeException bug) {
      LoggerFactory.getLogger(Program.class).error("Silah cannot go on", bug);
      return 1;
    }
  }
}
