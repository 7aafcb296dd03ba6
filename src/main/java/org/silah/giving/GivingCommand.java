package org.silah.giving;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silah.access.Actor;
import org.silah.access.Actors;
import org.silah.kernel.Command;
import org.silah.kernel.Digits;
import org.silah.web.Texts;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** {@code silah giving recompute [--client FILE_NUMBER]}: 0 if all figures were right, 1 if some had to be put right. */
@Component
class GivingCommand implements Command {

  private static final int MISUSED = 2;

  private final Reconciliation reconciliation;
  private final ClientNumbers numbers;
  private final Actors actors;
  private final Texts texts;

  GivingCommand(Reconciliation reconciliation, ClientNumbers numbers, Actors actors, Texts texts) {
    this.reconciliation = reconciliation;
    this.numbers = numbers;
    this.actors = actors;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "giving";
  }

  @Override
  public String usage() {
    return say(words -> words.get("giving.command.usage"));
  }

  @Override
  public int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
    if (args.equals(List.of("recompute"))) {
      return everybody(out);
    } else if (args.size() == 3 && args.subList(0, 2).equals(List.of("recompute", "--client"))) {
      return client(Digits.toAscii(args.get(2)), out, err);
    }
    err.println(usage());
    return MISUSED;
  }

  private int everybody(PrintStream out) {
    var drift = actors.as(new Actor(Actor.Kind.COMMAND, name()), reconciliation::run);
    out.println(say(words -> words.get("giving.command.done", drift.donors().size(), drift.days().size())));
    return drift.none() ? 0 : 1;
  }

  private int client(String number, PrintStream out, PrintStream err) {
    var client = number.matches("[0-9]{1,18}") ? numbers.find(Long.parseLong(number)) : java.util.Optional.<org.silah.constituents.PartyId>empty();
    if (client.isEmpty()) {
      err.println(say(words -> words.get("giving.command.no-client", number)));
      return MISUSED;
    }
    boolean drifted = actors.as(new Actor(Actor.Kind.COMMAND, name()), () -> reconciliation.run(client.get()));
    out.println(say(words -> words.get(drifted ? "giving.command.client-righted" : "giving.command.client-right", number)));
    return drifted ? 1 : 0;
  }

  private String say(Function<Words, String> sentence) {
    return texts.ofTerminal().stream().map(sentence).collect(Collectors.joining(System.lineSeparator()));
  }
}
