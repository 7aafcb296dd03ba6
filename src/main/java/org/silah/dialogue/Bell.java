package org.silah.dialogue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes one idle courier of this program at once; those of other programs look by themselves every second. */
@Component
class Bell {

  private final Semaphore rings = new Semaphore(0);

  void ring() {
    if (rings.availablePermits() == 0) {
      rings.release();
    }
  }

  /** Wakes everyone, to go home. */
  void ringOut(int listeners) {
    rings.release(listeners);
  }

  /** Returns at the next ring, at once if it rang since the last one was heard, or when {@code longest} has passed. */
  void await(Duration longest) throws InterruptedException {
    rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}
