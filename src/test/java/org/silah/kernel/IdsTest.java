package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void eachIdFollowsTheOneBefore() {
    var ids = Stream.generate(Ids::next).limit(100_000).toList();
    assertThat(ids).isSortedAccordingTo(UUID::compareTo).doesNotHaveDuplicates();
    assertThat(ids.stream().map(UUID::toString).toList()).isSorted();
    assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
  }

  @Test
  void theTimeIsInTheId() {
    long before = System.currentTimeMillis();
    long stamp = Ids.next().getMostSignificantBits() >>> 16;
    assertThat(stamp).isBetween(before - 1000, System.currentTimeMillis() + 1000);
  }

  @Test
  void manyThreadsNeverShareAnId() throws Exception {
    Callable<List<UUID>> some = () -> Stream.generate(Ids::next).limit(20_000).toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var all = new ArrayList<UUID>();
      for (var done : threads.invokeAll(Stream.generate(() -> some).limit(8).collect(Collectors.toList()))) {
        assertThat(done.get()).isSortedAccordingTo(UUID::compareTo);
        all.addAll(done.get());
      }
      assertThat(all).hasSize(160_000).doesNotHaveDuplicates();
    }
  }
}
