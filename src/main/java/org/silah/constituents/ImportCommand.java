package org.silah.constituents;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actor;
import org.silah.access.Actors;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Command;
import org.silah.kernel.Unreadable;
import org.silah.web.Texts;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** {@code silah import clients|gifts FILE}: the same steps as on the page, in one go or up to the preview. */
@Component
class ImportCommand implements Command {

  private static final List<String> OUTCOMES = List.of("new", "joined", "repeats", "skipped", "failed");

  private final ImportSteps steps;
  private final ImportWork work;
  private final Imports imports;
  private final ImportKinds kinds;
  private final ImportMappings mappings;
  private final Actors actors;
  private final Texts texts;

  ImportCommand(ImportSteps steps, ImportWork work, Imports imports, ImportKinds kinds, ImportMappings mappings, Actors actors, Texts texts) {
    this.steps = steps;
    this.work = work;
    this.imports = imports;
    this.kinds = kinds;
    this.mappings = mappings;
    this.actors = actors;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String usage() {
    return say(words -> words.get("constituents.import.shell.usage"));
  }

  private record Asked(String kind, Path file, Map<String, String> options) {

    static @Nullable Asked of(List<String> args) {
      if (args.size() < 2) {
        return null;
      }
      var options = new HashMap<String, String>();
      for (int i = 2; i < args.size(); i++) {
        switch (args.get(i)) {
          case "--yes", "--preview" -> options.put(args.get(i), "");
          case "--mapping", "--branch" -> {
            if (i + 1 == args.size()) {
              return null;
            }
            options.put(args.get(i), args.get(++i));
          }
          default -> {
            return null;
          }
        }
      }
      return new Asked(args.get(0), Path.of(args.get(1)), options);
    }
  }

  @Override
  public int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
    var asked = Asked.of(args);
    if (asked == null || kinds.all().stream().noneMatch(kind -> kind.code().equals(asked.kind))) {
      err.println(usage());
      return 2;
    }
    try {
      return actors.as(new Actor(Actor.Kind.COMMAND, name()), () -> bring(asked, out));
    } catch (BrokenRule rule) {
      err.println(say(words -> words.get(rule)));
    } catch (Unreadable unreadable) {
      err.println(say(words -> words.get(unreadable)));
    }
    return 1;
  }

  private int bring(Asked asked, PrintStream out) {
    var begun = receive(asked);
    var mapping = asked.options.get("--mapping");
    var fields = mapping == null
        ? begun.columns().fields()
        : mappings.named(begun.kind(), mapping, begun.columns().headers()).orElseThrow(() -> new Unreadable("constituents.choice.unknown"));
    for (int i = 0; i < fields.size(); i++) {
      out.println(begun.columns().headers().get(i) + " → " + (fields.get(i).isEmpty() ? "-" : fields.get(i)));
    }
    steps.confirm(begun.id(), fields, begun.settings(), null);
    work.run(begun.id(), () -> false);
    var previewed = imports.get(begun.id());
    tell(previewed, out);
    if (previewed.state() != ImportState.PREVIEW) {
      return 1;
    }
    if (asked.options.containsKey("--preview") || !asked.options.containsKey("--yes")) {
      steps.discard(begun.id());
      out.println(say(words -> words.get("constituents.import.shell.preview-only")));
      return 0;
    }
    return commit(previewed, out);
  }

  private int commit(Import previewed, PrintStream out) {
    if (previewed.goingThrough() == 0) {
      out.println(say(words -> words.get("constituents.import.shell.nothing")));
      return previewed.count("failed") == 0 ? 0 : 1;
    }
    steps.commit(previewed.id());
    work.run(previewed.id(), () -> false);
    var done = imports.get(previewed.id());
    out.println(say(words -> words.get("constituents.import.shell.done", done.goingThrough(), done.id().toString())));
    return done.state() == ImportState.DONE ? 0 : 1;
  }

  private Import receive(Asked asked) {
    try (var file = Files.newInputStream(asked.file)) {
      return steps.receive(asked.kind, asked.file.getFileName().toString(), file, Files.size(asked.file), asked.options.get("--branch"));
    } catch (IOException e) {
      throw new Unreadable("constituents.import.shell.no-file", asked.file.toString());
    }
  }

  private void tell(Import job, PrintStream out) {
    for (var outcome : OUTCOMES) {
      out.println(say(words -> words.get("constituents.import.shell." + outcome, job.count(outcome))));
    }
  }

  private String say(Function<Words, String> sentence) {
    return texts.ofTerminal().stream().map(sentence).collect(Collectors.joining(System.lineSeparator()));
  }
}
