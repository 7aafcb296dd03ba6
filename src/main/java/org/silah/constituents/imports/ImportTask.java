package org.silah.constituents.imports;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The background job of an import. An instance that dies stops its heartbeat, and another takes the job up; one that is told to
 * stop gives it back between two steps.
 */
@Configuration(proxyBeanMethods = false)
class ImportTask {

  private static final Logger log = LoggerFactory.getLogger(ImportTask.class);
  private static final int TRIES = 5;
  private static final Duration REST = Duration.ofSeconds(2);

  @Bean
  OneTimeTask<Void> importJob(Work work, Imports imports, Clock clock) {
    return Tasks.oneTime(ImportJobs.TASK)
        .onFailure((failed, job) -> again(failed, job, work, clock))
        .execute((instance, context) -> {
          try {
            work.run(id(instance.getId()), context.getSchedulerState()::isShuttingDown);
          } catch (ImportTakenOver somebodyElseDoesIt) {
            // and will finish it
          }
        });
  }

  private static void again(ExecutionComplete failed, ExecutionOperations<Void> job, Work work, Clock clock) {
    var cause = failed.getCause().orElseThrow();
    if (cause instanceof ImportInterrupted) {
      job.reschedule(failed, clock.instant());
      return;
    }
    var number = UUID.randomUUID().toString();
    int tries = failed.getExecution().consecutiveFailures + 1;
    log.error("import {} failed for the {}. time, number {}", failed.getExecution().getId(), tries, number, cause);
    if (tries < TRIES) {
      job.reschedule(failed, clock.instant().plus(REST.multipliedBy(1L << tries)));
    } else {
      work.giveUp(id(failed.getExecution().getId()), number);
      job.stop();
    }
  }

  private static ImportId id(String instance) {
    return ImportId.of(instance.substring(0, instance.indexOf(' ')));
  }
}
