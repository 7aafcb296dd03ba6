package org.silah.platform;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out, the same for the end of a command, a SIGTERM and a Ctrl-C: what was opened is closed in reverse order.
 * A stop that was asked for is a success, where Java alone would report the signal.
 */
final class Exit {

  private static final Logger log = LoggerFactory.getLogger(Exit.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private volatile int code;
  private volatile boolean begun;

  Exit() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "exit"));
  }

  synchronized <T extends AutoCloseable> T closing(T resource) {
    open.push(resource);
    return resource;
  }

  boolean begun() {
    return begun;
  }

  void with(int code) {
    this.code = code;
    System.exit(code);
  }

  private void leave() {
    begun = true;
    for (var resource = next(); resource != null; resource = next()) {
      try {
        resource.close();
      } catch (Exception failure) {
        log.error("Not closed properly: {}", resource.getClass().getSimpleName(), failure);
      }
    }
    Runtime.getRuntime().halt(code);
  }

  private synchronized AutoCloseable next() {
    return open.poll();
  }
}
