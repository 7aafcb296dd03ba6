package org.silah.dialogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers what several threads ask with one answer for all of them. For questions whose price is in the asking, such as a
 * commit. Those who take part are waited for, a few at a time, but not longer than the last answer took to work out: so
 * waiting never costs more than it can save, and who takes part alone does not wait at all.
 *
 * @param <Q> what one thread asks
 * @param <A> what it is answered
 */
final class Bundled<Q, A> {

  /** So many do not wait for more: if all waited for all, whoever answers would be idle while they are busy, and they while it answers. */
  private static final int ENOUGH = 4;
  /** So many bundles are answered at once: while one waits for the disk another has the processor. */
  static final int AT_ONCE = 2;
  /** Even if the last answer took its time. */
  private static final Duration LONGEST_WAIT = Duration.ofMillis(5);

  private static final class Question<Q, A> {
    final Q asked;
    boolean taken;
    /** Set in the lock, after which the two below do not change. */
    boolean done;
    @Nullable A answer;
    @Nullable RuntimeException failure;

    Question(Q asked) {
      this.asked = asked;
    }
  }

  /** Of one who goes on asking until it is closed. */
  interface Part extends AutoCloseable {
    @Override
    void close();
  }

  private final Function<List<Q>, List<A>> answering;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition enoughAsked = lock.newCondition();
  private final Condition goOn = lock.newCondition();
  private final List<Question<Q, A>> waiting = new ArrayList<>();
  private int parts;
  private boolean gathering;
  private int bundles;
  private int taken;
  private long lastTook;

  /** @param answering one answer for each question, in their order */
  Bundled(Function<List<Q>, List<A>> answering) {
    this.answering = answering;
  }

  Part takePart() {
    count(1);
    return () -> count(-1);
  }

  A ask(Q asked) {
    var question = new Question<Q, A>(asked);
    lock.lock();
    try {
      waiting.add(question);
      tellIfEnough();
      while (!question.done) {
        if (question.taken || gathering || bundles == AT_ONCE) {
          goOn.awaitUninterruptibly();
        } else {
          answerWaiting();
        }
      }
    } finally {
      lock.unlock();
    }
    if (question.answer == null) {
      throw Objects.requireNonNull(question.failure);
    }
    return question.answer;
  }

  /** How many questions nobody works on yet. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private void count(int more) {
    lock.lock();
    try {
      parts += more;
      tellIfEnough();
    } finally {
      lock.unlock();
    }
  }

  private void tellIfEnough() {
    if (enough()) {
      enoughAsked.signal();
    }
  }

  private boolean enough() {
    return waiting.size() >= Math.min(parts - taken, ENOUGH);
  }

  /** In the lock, which it leaves while the answer is worked out. */
  private void answerWaiting() {
    gathering = true;
    awaitOthers();
    gathering = false;
    var bundle = take();
    goOn.signalAll();
    lock.unlock();
    long began = System.nanoTime();
    try {
      answerTogether(bundle);
    } finally {
      lock.lock();
      lastTook = Math.min(System.nanoTime() - began, LONGEST_WAIT.toNanos());
      giveBack(bundle);
      goOn.signalAll();
    }
  }

  private List<Question<Q, A>> take() {
    var bundle = List.copyOf(waiting);
    waiting.clear();
    bundle.forEach(question -> question.taken = true);
    bundles++;
    taken += bundle.size();
    return bundle;
  }

  private void giveBack(List<Question<Q, A>> bundle) {
    for (var question : bundle) {
      if (question.answer == null && question.failure == null) {
        question.failure = new IllegalStateException("no answer");
      }
      question.done = true;
    }
    bundles--;
    taken -= bundle.size();
  }

  private void awaitOthers() {
    long left = lastTook;
    try {
      while (left > 0 && !enough()) {
        left = enoughAsked.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // who is in a hurry does not wait for others
    }
  }

  private void answerTogether(List<Question<Q, A>> bundle) {
    try {
      answer(bundle);
    } catch (RuntimeException failure) {
      // a database that is not there would let each of them wait as long again
      boolean together = bundle.size() == 1 || Patience.isUnheard(failure);
      bundle.forEach(together ? question -> question.failure = failure : this::answerAlone);
    }
  }

  /** One question that cannot be answered must not take the others with it. */
  private void answerAlone(Question<Q, A> question) {
    try {
      answer(List.of(question));
    } catch (RuntimeException failure) {
      question.failure = failure;
    }
  }

  private void answer(List<Question<Q, A>> bundle) {
    var answers = answering.apply(bundle.stream().map(question -> question.asked).toList());
    for (int at = 0; at < bundle.size(); at++) {
      bundle.get(at).answer = answers.get(at);
    }
  }
}
