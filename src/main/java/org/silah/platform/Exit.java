package org.silah.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out, the same for the end of a command, a SIGTERM and a Ctrl-C: what was opened is closed in reverse order.
 * A stop that was asked for is a success, where Java alone would report the signal.
 */
final class Exit {

  private static final Logger log = LoggerFactory.getLogger(Exit.class);

  /** Requests and jobs that take longer are cut short; whatever they had not committed is undone. */
  private static final Duration FOR_ONE = Duration.ofSeconds(12);
  /** A database that is still writing goes on after us; whoever stops us is not kept waiting. */
  private static final Duration FOR_ALL = Duration.ofSeconds(18);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private volatile int code;

  Exit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "exit"));
  }

  synchronized <T extends AutoCloseable> T closing(T resource) {
    open.push(resource);
    return resource;
  }

  void with(int code) {
    this.code = code;
    System.exit(code);
  }

  private void leave() {
    var end = Instant.now().plus(FOR_ALL);
    try {
      for (var resource = next(); resource != null; resource = next()) {
        var closing = Thread.ofPlatform().daemon().start(closing(resource, resource.getClass().getSimpleName()));
        var left = Duration.between(Instant.now(), end);
        closing.join(left.compareTo(FOR_ONE) < 0 ? left : FOR_ONE);
      }
    } catch (InterruptedException hurried) {
      log.warn("Left in a hurry");
    }
    Runtime.getRuntime().halt(code);
  }

  private static Runnable closing(AutoCloseable resource, String name) {
    return () -> {
      try {
        resource.close();
      } catch (Exception failure) {
        log.error("{} was not closed properly", name, failure);
      }
    };
  }

  private synchronized @Nullable AutoCloseable next() {
    return open.poll();
  }
}
