package org.silah.platform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A database that may still be starting while those who will use it get ready: where it will answer is known already. */
record ComingDatabase(Database database, CompletableFuture<Void> started) {

  static ComingDatabase there(Database database) {
    return new ComingDatabase(database, CompletableFuture.completedFuture(null));
  }

  /** Starts it beside the caller. */
  static ComingDatabase by(Database database, Runnable start) {
    return new ComingDatabase(database, CompletableFuture.runAsync(start, work -> Thread.ofPlatform().name("database").daemon().start(work)));
  }

  /**
   * Returns when it answers.
   *
   * @throws CannotStart if it never will
   */
  void await() {
    try {
      started.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof CannotStart reason ? reason : failed;
    }
  }
}
