package org.silah.constituents.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
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

  private static final int FAILED_TOLD = 20;
  private static final Duration ALIVE = Duration.ofSeconds(20);

  private final Steps steps;
  private final Work work;
  private final ImportJobs jobs;
  private final Imports imports;
  private final ImportRows rows;
  private final ImportKinds kinds;
  private final Actors actors;
  private final Texts texts;

  ImportCommand(Steps steps, Work work, ImportJobs jobs, Imports imports, ImportRows rows, ImportKinds kinds, Actors actors,
      Texts texts) {
    this.steps = steps;
    this.work = work;
    this.jobs = jobs;
    this.imports = imports;
    this.rows = rows;
    this.kinds = kinds;
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

  /** @param choices the kind's own options, as {@code --set NAME=VALUE} gives them */
  private record Asked(String kind, Path file, Map<String, String> options, Map<String, String> choices) {

    static @Nullable Asked of(List<String> args) {
      if (args.size() < 2) {
        return null;
      }
      var options = new HashMap<String, String>();
      var choices = new HashMap<String, String>();
      for (int i = 2; i < args.size(); i++) {
        switch (args.get(i)) {
          case "--yes", "--preview" -> options.put(args.get(i), "");
          case "--mapping", "--branch" -> {
            if (i + 1 == args.size()) {
              return null;
            }
            options.put(args.get(i), args.get(++i));
          }
          case "--set" -> {
            var choice = i + 1 == args.size() ? new String[0] : args.get(++i).split("=", 2);
            if (choice.length != 2) {
              return null;
            }
            choices.put(choice[0], choice[1]);
          }
          default -> {
            return null;
          }
        }
      }
      return new Asked(args.get(0), Path.of(args.get(1)), options, choices);
    }

    boolean fits(ImportKind kind) {
      return kind.code().equals(this.kind)
          && choices.entrySet().stream().allMatch(choice -> ImportKinds.options(kind).stream().anyMatch(option -> option.code().equals(choice.getKey())));
    }
  }

  @Override
  public int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
    var asked = Asked.of(args);
    if (asked == null || kinds.all().stream().noneMatch(asked::fits)) {
      err.println(usage());
      return 2;
    }
    try {
      return actors.as(new Actor(Actor.Kind.COMMAND, name()), () -> bring(asked, out));
    } catch (ColumnsMissing missing) {
      err.println(say(words -> ColumnPages.told(missing, words)));
    } catch (ColumnTwice twice) {
      err.println(say(words -> ColumnPages.told(twice, words)));
    } catch (BrokenRule rule) {
      err.println(say(words -> words.get(rule)));
    } catch (Unreadable unreadable) {
      err.println(say(words -> words.get(unreadable)));
    }
    return 1;
  }

  private int bring(Asked asked, PrintStream out) {
    var previewed = preview(receive(asked), asked, out);
    tell(previewed, out);
    out.flush();
    if (previewed.state() != ImportState.PREVIEW) {
      return 1;
    }
    if (asked.options.containsKey("--preview") || !asked.options.containsKey("--yes")) {
      steps.discard(previewed.id());
      out.println(say(words -> words.get("constituents.import.shell.preview-only")));
      return 0;
    }
    return commit(previewed, out);
  }

  /** What is refused here would wait on the imports page for somebody who does not know of it. */
  private Import preview(Import begun, Asked asked, PrintStream out) {
    try {
      var mapping = asked.options.get("--mapping");
      var fields = mapping == null
          ? begun.columns().fields()
          : steps.saved(begun, mapping).orElseThrow(() -> new Unreadable("constituents.import.shell.no-mapping", mapping));
      tellColumns(begun, fields, out);
      out.flush();
      return work(steps.confirm(begun.id(), fields, begun.settings().with(asked.choices), null));
    } catch (BrokenRule | Unreadable refused) {
      steps.discard(begun.id());
      throw refused;
    }
  }

  private int commit(Import previewed, PrintStream out) {
    if (previewed.goingThrough() == 0) {
      steps.discard(previewed.id());
      out.println(say(words -> words.get("constituents.import.shell.nothing")));
      return previewed.count("failed") == 0 ? 0 : 1;
    }
    var done = work(steps.commit(previewed.id()));
    out.println(say(words -> words.get("constituents.import.shell.done", done.goingThrough(), done.id().toString())));
    return done.state() == ImportState.DONE ? 0 : 1;
  }

  /** Here and now. As long as it goes on, no server takes this for dead and begins it as well. */
  private Import work(Import job) {
    var toldAt = new AtomicLong(System.nanoTime());
    work.run(job.id(), () -> {
      if (System.nanoTime() - toldAt.get() > ALIVE.toNanos()) {
        toldAt.set(System.nanoTime());
        jobs.putOff(job, ImportJobs.BELIEVED_DEAD);
      }
      return false;
    });
    jobs.callOff(job);
    return imports.get(job.id());
  }

  private Import receive(Asked asked) {
    try (var file = Files.newInputStream(asked.file)) {
      return steps.receive(asked.kind, asked.file.getFileName().toString(), file, Files.size(asked.file), asked.options.get("--branch"));
    } catch (IOException e) {
      throw new Unreadable("constituents.import.shell.no-file", asked.file.toString());
    }
  }

  private void tellColumns(Import job, List<String> fields, PrintStream out) {
    var known = kinds.fields(kinds.get(job.kind()));
    for (int i = 0; i < fields.size(); i++) {
      var field = known.get(fields.get(i));
      out.println(job.columns().headers().get(i) + " → " + say(" / ", words -> field == null ? words.get("constituents.import.leave-out") : field.name(words)));
    }
  }

  private void tell(Import job, PrintStream out) {
    if (job.problem() != null) {
      out.println(say(job::problemTold));
      return;
    }
    for (var outcome : ImportPages.OUTCOMES) {
      out.println(say(words -> words.get("constituents.import.shell." + outcome, job.count(outcome))));
    }
    var failed = rows.page(job, "failed", 0, FAILED_TOLD);
    failed.forEach(row -> out.println(
        say(words -> words.get("constituents.import.shell.row", String.valueOf(row.number()), row.mistakes(job.columns(), words)))));
    long more = job.count("failed") - failed.size();
    if (more > 0) {
      out.println(say(words -> words.get("constituents.import.shell.more", more)));
    }
  }

  private String say(Function<Words, String> sentence) {
    return say(System.lineSeparator(), sentence);
  }

  private String say(String between, Function<Words, String> sentence) {
    return texts.ofTerminal().stream().map(sentence).collect(Collectors.joining(between));
  }
}
