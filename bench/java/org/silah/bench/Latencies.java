package org.silah.bench;

import java.util.Arrays;

/** Durations in nanoseconds, asked for their percentiles. */
final class Latencies {

  private long[] nanos = new long[1024];
  private int count;

  synchronized void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /** @param share 0.95 for p95 */
  synchronized double millis(double share) {
    var sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return Math.round(sorted[(int) Math.min(count - 1, Math.ceil(share * count) - 1)] / 10_000.0) / 100.0;
  }
}
