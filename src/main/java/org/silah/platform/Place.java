package org.silah.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The data folder and the database that this process works with. What it opens is closed on the way out. */
final class Place {

  private static final int TRIES = 300;
  private static final int PAUSE_MILLIS = 100;

  private final Map<String, String> environment;
  private final Exit exit;
  private final Terminal terminal;

  Place(Map<String, String> environment, Exit exit, Terminal terminal) {
    this.environment = environment;
    this.exit = exit;
    this.terminal = terminal;
  }

  String setting(String name, String otherwise) {
    var value = environment.getOrDefault(name, "");
    return value.isEmpty() ? otherwise : value;
  }

  /** The folder where a charity's own base is kept. */
  DataFolder charity(CommandLine line) {
    return exit.closing(DataFolder.own(line.folder(environment)));
  }

  /** @throws CannotStart {@code kept-folder} if a charity's own base is there: nothing made up may ever mix with it */
  DataFolder demonstration(CommandLine line) {
    var folder = exit.closing(DataFolder.own(line.demoFolder(environment)));
    if (EmbeddedPostgres.existsIn(DataFolder.postgres(folder.path())) && !isDemonstration(folder.path())) {
      throw new CannotStart("kept-folder", folder.path());
    }
    try {
      Files.writeString(demonstrationMark(folder.path()), "");
      return folder;
    } catch (IOException unusable) {
      throw new CannotStart("folder-unusable", folder.path(), unusable.toString());
    }
  }

  static boolean isDemonstration(Path folder) {
    return Files.exists(demonstrationMark(folder));
  }

  /** The charity's database: the external one if the environment names it, else the folder's own. */
  ComingDatabase database(DataFolder folder) {
    return external().map(ComingDatabase::there).orElseGet(() -> embedded(folder));
  }

  /** The folder's own database, started and watched over by this process. */
  ComingDatabase embedded(DataFolder folder) {
    try {
      var postgres = exit.closing(EmbeddedPostgres.in(DataFolder.postgres(folder.path()), Map.of(), this::lost));
      return ComingDatabase.by(postgres.database(), () -> start(postgres, folder));
    } catch (IOException unusable) {
      throw new CannotStart("folder-unusable", folder.path(), unusable.toString());
    }
  }

  private static void start(EmbeddedPostgres postgres, DataFolder folder) {
    try {
      postgres.start();
    } catch (IOException unusable) {
      throw new CannotStart("folder-unusable", folder.path(), unusable.toString());
    }
  }

  /** The folder that a command means, and the database there: that of a server which runs already, or else started for the command. */
  Open open(CommandLine line) {
    var folder = line.folderInUse(environment);
    return new Open(folder, external().orElseGet(() -> joined(folder)));
  }

  /** Whether there is anything yet for a command to work with. */
  boolean isEmpty(CommandLine line) {
    return setting("SILAH_DATABASE_URL", "").isEmpty() && !EmbeddedPostgres.existsIn(DataFolder.postgres(line.folderInUse(environment)));
  }

  record Open(Path folder, Database database) {}

  private Optional<Database> external() {
    var database = ExternalDatabase.in(environment);
    database.ifPresent(Fitness::check);
    return database;
  }

  /** A server that is just starting holds the folder before its database answers. */
  private Database joined(Path folder) {
    for (var tries = TRIES; ; tries--) {
      var running = EmbeddedPostgres.running(DataFolder.postgres(folder));
      if (running.isPresent()) {
        return running.get();
      }
      try {
        var own = embedded(exit.closing(DataFolder.own(folder)));
        own.await();
        return own.database();
      } catch (FolderInUse starting) {
        if (tries == 0) {
          throw starting;
        }
        Pause.millis(PAUSE_MILLIS);
      }
    }
  }

  private void lost() {
    terminal.complain("database-lost");
    exit.with(1);
  }

  private static Path demonstrationMark(Path folder) {
    return folder.resolve("demonstration");
  }
}
