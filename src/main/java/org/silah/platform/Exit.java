package org.silah.platform;

import ch.qos.logback.classic.LoggerContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out, the same for the end of a command, a SIGTERM and a Ctrl-C: what was opened is closed in reverse order.
 * A server that was asked to stop has succeeded, where Java alone would report the signal; a command has not, and says so.
 */
final class Exit {

  private static final Logger log = LoggerFactory.getLogger(Exit.class);

  /** Requests and jobs that take longer are cut short; whatever they had not committed is undone. */
  private static final Duration FOR_ONE = Duration.ofSeconds(12);
  /** A database that is still writing goes on after us; whoever stops us is not kept waiting. */
  private static final Duration FOR_ALL = Duration.ofSeconds(18);

  /** What a shell reports of a program that a SIGTERM ended. */
  private static final int CUT_SHORT = 143;

  private final Terminal terminal;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private volatile int code = CUT_SHORT;
  private volatile boolean leaving;

  Exit(Terminal terminal) {
    this.terminal = terminal;
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "exit"));
  }

  synchronized <T extends AutoCloseable> T closing(T resource) {
    open.push(resource);
    return resource;
  }

  /** From now on to be stopped is what this program waits for. */
  void mayBeStopped() {
    code = 0;
  }

  void with(int code) {
    if (!leaving) {
      this.code = code;
    }
    System.exit(code);
  }

  private void leave() {
    leaving = true;
    if (code == CUT_SHORT) {
      // the command goes on until its database is gone; what it would say of that helps nobody
      ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
      terminal.complain("cut-short");
    }
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
    terminal.out().flush();
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
