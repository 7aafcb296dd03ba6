package org.silah.bench;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Several clients working through one list of things to do. */
final class Together {

  interface Work<T> {
    void on(T item) throws Exception;
  }

  private Together() {}

  static <T> void run(int clients, List<T> items, Work<T> work) throws Exception {
    var next = new AtomicInteger();
    var failure = new AtomicReference<Exception>();
    var threads = java.util.stream.IntStream.range(0, clients).mapToObj(_ -> Thread.ofPlatform().start(() -> {
      for (int at = next.getAndIncrement(); at < items.size() && failure.get() == null; at = next.getAndIncrement()) {
        try {
          work.on(items.get(at));
        } catch (Exception e) {
          failure.compareAndSet(null, e);
        }
      }
    })).toList();
    for (var thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }
}
