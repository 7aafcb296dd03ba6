package org.silah.constituents.lists;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Goes on in the background with what was asked for many clients. */
@Configuration(proxyBeanMethods = false)
class BatchUpkeep {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  @Bean
  RecurringTask<Void> workOnBatches(BatchWork work) {
    return Tasks.recurring("constituents.batches", FixedDelay.of(LOOK_EVERY)).execute((_, context) -> work.run(context.getSchedulerState()::isShuttingDown));
  }
}
