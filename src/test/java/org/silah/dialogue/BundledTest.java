package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class BundledTest {

  private final List<Integer> sizes = new CopyOnWriteArrayList<>();

  @Test
  void whatIsAskedWhileAnAnswerIsWorkedOutIsAnsweredTogether() throws Exception {
    var working = new CountDownLatch(1);
    var mayGoOn = new Semaphore(0);
    var bundled = new Bundled<Integer, Integer>(asked -> {
      sizes.add(asked.size());
      working.countDown();
      mayGoOn.acquireUninterruptibly();
      return asked.stream().map(number -> number * number).toList();
    });
    var first = CompletableFuture.supplyAsync(() -> bundled.ask(1), Thread::startVirtualThread);
    working.await();
    var others = List.of(2, 3, 4).stream().map(number -> CompletableFuture.supplyAsync(() -> bundled.ask(number), Thread::startVirtualThread)).toList();
    while (bundled.waiting() < 3) {
      Thread.onSpinWait();
    }
    mayGoOn.release(2);
    assertThat(first.get()).isEqualTo(1);
    assertThat(others).extracting(CompletableFuture::join).containsExactly(4, 9, 16);
    assertThat(sizes).containsExactly(1, 3);
  }

  @Test
  void whoTakesPartButDoesNotAskHoldsNobodyUp() {
    var bundled = new Bundled<Integer, Integer>(asked -> asked.stream().map(number -> number + 1).toList());
    try (var _ = bundled.takePart(); var _ = bundled.takePart()) {
      assertThat(List.of(1, 2, 3)).allSatisfy(number -> assertThat(bundled.ask(number)).isEqualTo(number + 1));
    }
  }

  @Test
  void aQuestionWithoutAnAnswerDoesNotTakeTheOthersWithIt() throws Exception {
    var working = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    var bundled = new Bundled<Integer, Integer>(asked -> {
      working.countDown();
      try {
        mayGoOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return asked.stream().map(number -> 12 / number).toList();
    });
    var first = CompletableFuture.supplyAsync(() -> bundled.ask(1), Thread::startVirtualThread);
    working.await();
    var bad = CompletableFuture.supplyAsync(() -> bundled.ask(0), Thread::startVirtualThread);
    var good = CompletableFuture.supplyAsync(() -> bundled.ask(4), Thread::startVirtualThread);
    while (bundled.waiting() < 2) {
      Thread.onSpinWait();
    }
    mayGoOn.countDown();
    assertThat(first.get()).isEqualTo(12);
    assertThat(good.get()).isEqualTo(3);
    assertThatThrownBy(bad::get).hasCauseInstanceOf(ArithmeticException.class);
    assertThat(bundled.ask(6)).isEqualTo(2);
  }

  @Test
  void whereTheDatabaseDoesNotAnswerNoneIsAskedAgain() throws Exception {
    var working = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    var bundled = new Bundled<Integer, Integer>(asked -> {
      sizes.add(asked.size());
      working.countDown();
      try {
        mayGoOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      throw new DataAccessResourceFailureException("gone");
    });
    var first = CompletableFuture.supplyAsync(() -> bundled.ask(1), Thread::startVirtualThread);
    working.await();
    var others = List.of(2, 3).stream().map(number -> CompletableFuture.supplyAsync(() -> bundled.ask(number), Thread::startVirtualThread)).toList();
    while (bundled.waiting() < 2) {
      Thread.onSpinWait();
    }
    mayGoOn.countDown();
    for (var each : List.of(first, others.getFirst(), others.getLast())) {
      assertThatThrownBy(each::get).hasCauseInstanceOf(DataAccessResourceFailureException.class);
    }
    assertThat(sizes).containsExactly(1, 2);
  }
}
