package org.silah.constituents.duplicates;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the keys of clients seconds behind their changes, and searches the whole base when that is asked for or due. */
@Configuration(proxyBeanMethods = false)
class DuplicatesUpkeep {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  @Bean
  RecurringTask<Void> followClients(Following following) {
    return Tasks.recurring("constituents.likeness", FixedDelay.of(LOOK_EVERY)).execute((_, context) -> {
      while (!context.getSchedulerState().isShuttingDown() && following.step() > 0) {
        // until none is left
      }
    });
  }

  @Bean
  RecurringTask<Void> searchForDuplicates(SearchWork work) {
    return Tasks.recurring("constituents.duplicates", FixedDelay.of(LOOK_EVERY)).execute((_, context) -> {
      work.beginIfDue();
      work.run(context.getSchedulerState()::isShuttingDown);
    });
  }
}
