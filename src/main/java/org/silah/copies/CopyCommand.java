package org.silah.copies;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silah.access.Actor;
import org.silah.access.Actors;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Command;
import org.silah.web.Texts;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** {@code silah copy write FILE} and {@code silah copy read FILE}. */
@Component
class CopyCommand implements Command {

  private static final int MISUSED = 2;

  private final CopyWriter writer;
  private final CopyReader reader;
  private final Actors actors;
  private final Texts texts;

  CopyCommand(CopyWriter writer, CopyReader reader, Actors actors, Texts texts) {
    this.writer = writer;
    this.reader = reader;
    this.actors = actors;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "copy";
  }

  @Override
  public String usage() {
    return say(words -> words.get("copies.usage"));
  }

  @Override
  public int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
    if (args.size() != 2 || !args.getFirst().equals("write") && !args.getFirst().equals("read")) {
      err.println(usage());
      return MISUSED;
    }
    var file = Path.of(args.getLast());
    try {
      return actors.as(new Actor(Actor.Kind.COMMAND, name()), () -> args.getFirst().equals("write") ? write(file, out, err) : read(file, out));
    } catch (BrokenRule rule) {
      err.println(say(words -> words.get(rule)));
      return 1;
    }
  }

  /** Under its name it is whole or not there, and nothing is written over. */
  private int write(Path file, PrintStream out, PrintStream err) {
    if (Files.exists(file)) {
      err.println(say(words -> words.get("copies.there-already", file.toString())));
      return 1;
    }
    try {
      var draft = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".coming");
      try {
        var manifest = write(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        out.println(say(words -> words.get("copies.written", file.toString(), rows(manifest), manifest.documents().files())));
        return 0;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UncheckedIOException unwritable) {
      err.println(say(words -> words.get("copies.not-written", file.toString())));
      return 1;
    }
  }

  private Manifest write(Path draft) throws IOException {
    try (OutputStream file = Files.newOutputStream(draft)) {
      return writer.write(file);
    }
  }

  private int read(Path file, PrintStream out) {
    var taken = reader.read(file);
    out.println(say(words -> words.get("copies.taken", rows(taken.manifest()), taken.manifest().documents().files())));
    out.println(say(words -> words.get("copies.taken.passwords")));
    taken.passwords().forEach((name, password) -> out.println("  " + name + "  " + password));
    out.println(say(words -> words.get("copies.taken.missing")));
    return 0;
  }

  private static long rows(Manifest manifest) {
    return manifest.files().stream().mapToLong(Manifest.Part::rows).sum();
  }

  private String say(Function<Words, String> sentence) {
    return texts.ofTerminal().stream().map(sentence).collect(Collectors.joining(System.lineSeparator()));
  }
}
