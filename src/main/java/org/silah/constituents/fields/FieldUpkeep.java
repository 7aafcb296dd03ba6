package org.silah.constituents.fields;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** After a field was made searchable, or is no more, moves the mark of its values, block by block so that nobody waits. */
@Configuration(proxyBeanMethods = false)
class FieldUpkeep {

  static final int BLOCK = 5_000;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  @Bean
  RecurringTask<Void> markSearchable(CustomValues values) {
    return Tasks.recurring("constituents.fields", FixedDelay.of(LOOK_EVERY)).execute((_, _) -> all(values));
  }

  static void all(CustomValues values) {
    while (values.mark(BLOCK) == BLOCK) {
      // the next block
    }
  }
}
