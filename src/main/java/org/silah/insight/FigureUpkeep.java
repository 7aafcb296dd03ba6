package org.silah.insight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.silah.access.Institutions;
import org.silah.segments.Pyramid;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts the figures again after the pyramid, which follows the gifts, was computed, and when a day begins. */
@Configuration(proxyBeanMethods = false)
class FigureUpkeep {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
  /** So that counting takes about a tenth of the time, however large the charity. */
  private static final int REST = 9;
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  @Bean
  RecurringTask<Void> keepFigures(Counting counting, CountRuns runs, Pyramid pyramid, Institutions institutions, Clock clock) {
    return Tasks.recurring("insight.count", FixedDelay.of(LOOK_EVERY)).execute((_, _) -> {
      if (due(runs, pyramid, institutions, clock)) {
        counting.count();
      }
    });
  }

  static boolean due(CountRuns runs, Pyramid pyramid, Institutions institutions, Clock clock) {
    var last = runs.last().orElse(null);
    if (last == null || !last.asOf().equals(institutions.today())) {
      return true;
    }
    var rest = last.took().multipliedBy(REST);
    var again = last.countedAt().plus(last.took()).plus(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
    boolean rested = !again.isAfter(clock.instant());
    return rested && pyramid.latestNumber().orElse(0L) > last.ranking();
  }
}
