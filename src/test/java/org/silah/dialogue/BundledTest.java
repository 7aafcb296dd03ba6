package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class BundledTest {

  private static final int AT_ONCE = 2;

  private final List<Integer> sizes = new CopyOnWriteArrayList<>();
  private final CountDownLatch busy = new CountDownLatch(AT_ONCE);
  private final Semaphore mayGoOn = new Semaphore(0);

  @Test
  void whatIsAskedWhileNoneIsFreeIsAnsweredTogether() {
    var bundled = heldUp(number -> number * number);
    var first = all(bundled);
    var others = ask(bundled, 2, 3, 4);
    mayGoOn.release(AT_ONCE + 1);
    assertThat(first).extracting(CompletableFuture::join).containsExactly(1, 1);
    assertThat(others).extracting(CompletableFuture::join).containsExactly(4, 9, 16);
    assertThat(sizes).containsExactly(1, 1, 3);
  }

  @Test
  void whoTakesPartButDoesNotAskHoldsNobodyUp() {
    var bundled = new Bundled<Integer, Integer>(asked -> asked.stream().map(number -> number + 1).toList());
    try (var _ = bundled.takePart(); var _ = bundled.takePart()) {
      assertThat(List.of(1, 2, 3)).allSatisfy(number -> assertThat(bundled.ask(number)).isEqualTo(number + 1));
    }
  }

  @Test
  void aQuestionWithoutAnAnswerDoesNotTakeTheOthersWithIt() {
    var bundled = heldUp(number -> 12 / number);
    all(bundled);
    var others = ask(bundled, 0, 4);
    mayGoOn.release(AT_ONCE + 3);
    assertThatThrownBy(others.getFirst()::get).hasCauseInstanceOf(ArithmeticException.class);
    assertThat(others.getLast().join()).isEqualTo(3);
    mayGoOn.release();
    assertThat(bundled.ask(6)).isEqualTo(2);
  }

  @Test
  void whereTheDatabaseDoesNotAnswerNoneIsAskedAgain() {
    var bundled = heldUp(_ -> {
      throw new DataAccessResourceFailureException("gone");
    });
    var first = all(bundled);
    var others = ask(bundled, 2, 3);
    mayGoOn.release(AT_ONCE + 1);
    for (var each : List.of(first.getFirst(), first.getLast(), others.getFirst(), others.getLast())) {
      assertThatThrownBy(each::get).hasCauseInstanceOf(DataAccessResourceFailureException.class);
    }
    assertThat(sizes).containsExactly(1, 1, 2);
  }

  @Test
  void whoeverBreaksDownWhileAnsweringLeavesNobodyWaiting() {
    var bundled = heldUp(number -> {
      if (number == 13) {
        throw new OutOfMemoryError();
      }
      return number;
    });
    all(bundled);
    var others = ask(bundled, 7, 13);
    mayGoOn.release(AT_ONCE + 1);
    assertThatThrownBy(others.getFirst()::get).hasCauseInstanceOf(OutOfMemoryError.class);
    assertThatThrownBy(others.getLast()::get).hasCauseInstanceOf(IllegalStateException.class);
    mayGoOn.release();
    assertThat(bundled.ask(6)).isEqualTo(6);
  }

  private Bundled<Integer, Integer> heldUp(IntUnaryOperator answer) {
    return new Bundled<>(asked -> {
      sizes.add(asked.size());
      busy.countDown();
      mayGoOn.acquireUninterruptibly();
      return asked.stream().map(answer::applyAsInt).toList();
    });
  }

  /** Keeps everyone busy with a question. */
  private List<CompletableFuture<Integer>> all(Bundled<Integer, Integer> bundled) {
    var asked = IntStream.range(0, AT_ONCE).mapToObj(_ -> CompletableFuture.supplyAsync(() -> bundled.ask(1), Thread::startVirtualThread)).toList();
    try {
      busy.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return asked;
  }

  /** One after the other, while everyone is busy. */
  private static List<CompletableFuture<Integer>> ask(Bundled<Integer, Integer> bundled, int... numbers) {
    return IntStream.range(0, numbers.length).mapToObj(at -> {
      var asked = CompletableFuture.supplyAsync(() -> bundled.ask(numbers[at]), Thread::startVirtualThread);
      while (bundled.waiting() <= at) {
        Thread.onSpinWait();
      }
      return asked;
    }).toList();
  }
}
