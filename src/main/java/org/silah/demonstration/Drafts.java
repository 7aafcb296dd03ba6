package org.silah.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.util.FileSystemUtils;

/** The lists of clients and gifts as files, written beside whatever else is being got ready: a newcomer is waiting. */
final class Drafts implements AutoCloseable {

  private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("drafts").daemon().factory());
  private final Path folder;
  private final Future<Path> clients;
  private final Future<Path> gifts;

  private Drafts(Path folder, Lists lists, int gifts) {
    this.folder = folder;
    this.clients = writer.submit(() -> {
      var file = folder.resolve("clients.csv");
      lists.writeClients(file);
      return file;
    });
    this.gifts = writer.submit(() -> {
      var file = folder.resolve("gifts.csv");
      lists.writeGifts(file, gifts);
      return file;
    });
  }

  static Drafts begin(Lists lists, int gifts) throws IOException {
    return new Drafts(Files.createTempDirectory("silah-demonstration"), lists, gifts);
  }

  Path clients() {
    return written(clients);
  }

  Path gifts() {
    return written(gifts);
  }

  @Override
  public void close() throws IOException {
    writer.close();
    FileSystemUtils.deleteRecursively(folder);
  }

  private static Path written(Future<Path> file) {
    try {
      return file.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the demonstration's lists cannot be written", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
