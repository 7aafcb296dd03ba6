package org.silah.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** New identifiers: UUID version 7, so that rows lie in the order they were made. */
public final class Ids {

  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();
  private static final AtomicLong LATEST = new AtomicLong();

  private Ids() {}

  /** Greater than every id this process made before, even when the machine's clock steps back. */
  public static synchronized UUID next() {
    return GENERATOR.construct(LATEST.accumulateAndGet(System.currentTimeMillis(), Math::max));
  }
}
