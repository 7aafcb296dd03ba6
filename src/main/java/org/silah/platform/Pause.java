package org.silah.platform;

import java.util.concurrent.TimeUnit;

/** Waiting between two looks at something that another process does. */
final class Pause {

  private Pause() {}

  static void millis(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
