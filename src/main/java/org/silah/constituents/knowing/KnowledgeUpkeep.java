package org.silah.constituents.knowing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps what is told of the base seconds behind the changes of its clients. */
@Configuration(proxyBeanMethods = false)
class KnowledgeUpkeep {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  @Bean
  RecurringTask<Void> followKnowledge(KnowledgeFollowing following) {
    return Tasks.recurring("constituents.knowledge", FixedDelay.of(LOOK_EVERY)).execute((_, context) -> {
      while (!context.getSchedulerState().isShuttingDown() && following.step() > 0) {
        // until nothing waits
      }
      following.keepDay();
    });
  }
}
