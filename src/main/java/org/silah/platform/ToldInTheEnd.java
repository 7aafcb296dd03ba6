package org.silah.platform;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Spring from printing its own account of a start that failed for a reason which {@link Program} tells in a sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ToldInTheEnd implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    return CannotStart.behind(failure).isPresent();
  }
}
