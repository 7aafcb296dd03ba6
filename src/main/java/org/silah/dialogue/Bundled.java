package org.silah.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers what several threads ask while an answer is being worked out with one answer for all of them. For questions whose
 * price is in the asking, such as a commit: under load fewer are asked, without load nobody waits.
 *
 * @param <Q> what one thread asks
 * @param <A> what it is answered
 */
final class Bundled<Q, A> {

  private static final class Question<Q, A> {
    final Q asked;
    @Nullable A answer;
    @Nullable RuntimeException failure;

    Question(Q asked) {
      this.asked = asked;
    }

    boolean open() {
      return answer == null && failure == null;
    }
  }

  private final Function<List<Q>, List<A>> answering;
  private final Queue<Question<Q, A>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /** @param answering one answer for each question, in their order; asked by one thread at a time */
  Bundled(Function<List<Q>, List<A>> answering) {
    this.answering = answering;
  }

  A ask(Q asked) {
    var question = new Question<Q, A>(asked);
    waiting.add(question);
    turn.lock();
    try {
      if (question.open()) {
        answerWaiting();
      }
    } finally {
      turn.unlock();
    }
    if (question.answer == null) {
      throw question.failure == null ? new IllegalStateException("no answer") : question.failure;
    }
    return question.answer;
  }

  /** How many questions nobody works on yet. */
  int waiting() {
    return waiting.size();
  }

  private void answerWaiting() {
    var bundle = new ArrayList<Question<Q, A>>();
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      bundle.add(next);
    }
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
