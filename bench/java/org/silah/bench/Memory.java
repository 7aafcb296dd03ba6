package org.silah.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** How much of this process is in memory, in MB, looked at twenty times a second; Linux only. */
final class Memory implements AutoCloseable {

  private static final Path STATUS = Path.of("/proc/self/status");
  private final long idle = now();
  private final AtomicLong most = new AtomicLong(idle);
  private final Thread looking = Thread.ofPlatform().daemon().start(this::look);

  /** From a program that has nothing to do. */
  static Memory ofIdle() {
    System.gc();
    return new Memory();
  }

  private static long now() {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    try (var lines = Files.lines(STATUS)) {
      return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024).findFirst().orElse(0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void look() {
    try {
      while (true) {
        most.accumulateAndGet(now(), Math::max);
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  long idle() {
    return idle;
  }

  long most() {
    return most.get();
  }

  @Override
  public void close() {
    looking.interrupt();
  }
}
