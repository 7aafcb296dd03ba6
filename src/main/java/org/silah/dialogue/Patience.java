package org.silah.dialogue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Says something to the database until it listens. A mail that left must be written down even if the database restarts in
 * that moment; each statement asked for here may be said twice without harm.
 */
final class Patience {

  private static final Logger log = LoggerFactory.getLogger(Patience.class);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final BooleanSupplier stopping;

  Patience(BooleanSupplier stopping) {
    this.stopping = stopping;
  }

  void insist(Runnable statement) {
    insist(() -> {
      statement.run();
      return true;
    });
  }

  /** Null if the program is stopping and the database still does not answer. */
  <T> @Nullable T insist(Supplier<T> statement) {
    for (var pause = Duration.ofMillis(50); ; pause = pause.compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST) {
      try {
        return statement.get();
      } catch (DataAccessException | TransactionException failure) {
        if (!isUnheard(failure)) {
          throw failure;
        }
        log.warn("the database does not answer: {}", rootCause(failure));
        if (stopping.getAsBoolean()) {
          return null;
        }
        LockSupport.parkNanos(pause.toNanos());
      }
    }
  }

  /** Whether it is the database that did not answer, rather than the statement that cannot be answered. */
  static boolean isUnheard(RuntimeException failure) {
    return failure instanceof TransientDataAccessException || failure instanceof RecoverableDataAccessException
        || failure instanceof DataAccessResourceFailureException || failure instanceof TransactionException;
  }

  private static String rootCause(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + " " + cause.getMessage();
  }
}
