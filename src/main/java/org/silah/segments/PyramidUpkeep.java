package org.silah.segments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.silah.access.Institutions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the pyramid at most seconds behind the gifts, and computes it anew when a day begins, because its period moved. */
@Configuration(proxyBeanMethods = false)
class PyramidUpkeep {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
  /** So that computing takes about a tenth of the time, however large the charity. */
  private static final int REST = 9;
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  @Bean
  RecurringTask<Void> keepPyramid(Pyramid pyramid, PyramidRuns runs, StaleMarks marks, Institutions institutions, Clock clock) {
    return Tasks.recurring("segments.pyramid", FixedDelay.of(LOOK_EVERY))
        .execute((_, _) -> due(runs, marks, institutions, clock).ifPresent(pyramid::compute));
  }

  static Optional<Cause> due(PyramidRuns runs, StaleMarks marks, Institutions institutions, Clock clock) {
    var last = runs.lastEffort().orElse(null);
    if (last == null || !last.asOf().equals(institutions.today())) {
      return Optional.of(Cause.DAY);
    }
    var rest = last.took().multipliedBy(REST);
    var again = last.ranAt().plus(last.took()).plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
    boolean rested = !again.isAfter(clock.instant());
    return rested && marks.any() ? Optional.of(Cause.GIFTS) : Optional.empty();
  }
}
