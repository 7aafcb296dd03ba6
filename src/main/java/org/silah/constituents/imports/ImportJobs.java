package org.silah.constituents.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks for imports to be worked on in the background, in the transaction that makes the work necessary. */
@Component
class ImportJobs {

  static final String TASK = "constituents.import";
  static final Duration BELIEVED_DEAD = Duration.ofMinutes(2);

  private final SchedulerClient jobs;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;

  ImportJobs(DataSource database, ObjectProvider<Scheduler> scheduler, Clock clock, @Value("${db-scheduler.table-name}") String table) {
    this.jobs = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
        .tableName(table)
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false)) // finding it out would need the database before there is one
        .build();
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Now, by any instance. */
  void ask(Import job) {
    askAfter(job, Duration.ZERO);
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
      }
    });
  }

  /** After {@code delay}: in case that whoever does the work himself is killed. */
  void askAfter(Import job, Duration delay) {
    jobs.scheduleIfNotExists(instance(job), clock.instant().plus(delay));
  }

  void putOff(Import job, Duration delay) {
    jobs.reschedule(instance(job), clock.instant().plus(delay));
  }

  void callOff(Import job) {
    if (jobs.getScheduledExecution(instance(job)).isPresent()) {
      jobs.cancel(instance(job));
    }
  }

  /** Each piece of work has a claim of its own: the job of the one before may still be there for a moment. */
  private static TaskInstance<Void> instance(Import job) {
    return new TaskInstance<>(TASK, job.id() + " " + job.state().code() + " " + job.claim());
  }
}
