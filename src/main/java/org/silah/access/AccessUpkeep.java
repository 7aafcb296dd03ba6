package org.silah.access;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** What time makes superfluous is thrown away; where the audit log ends is written down outside the database. */
@Configuration(proxyBeanMethods = false)
class AccessUpkeep {

  /** A retry may come a day later; two leave room for clocks that differ. */
  private static final Duration ANSWERS_KEPT = Duration.ofDays(2);
  private static final Duration TRIES_KEPT = Duration.ofDays(1);

  @Bean
  RecurringTask<Void> sweepAccess(JdbcIndexedSessionRepository sessions, FailedSignIns failures, KeptAnswers answers, Clock clock) {
    return Tasks.recurring("access.sweep", FixedDelay.of(Duration.ofMinutes(10))).execute((_, _) -> {
      sessions.cleanUpExpiredSessions();
      failures.forgetBefore(clock.instant().minus(TRIES_KEPT));
      answers.forgetBefore(clock.instant().minus(ANSWERS_KEPT));
    });
  }

  @Bean
  RecurringTask<Void> exportAuditHead(AuditEntries entries, AuditHeads heads) {
    return Tasks.recurring("access.audit-head", FixedDelay.of(Duration.ofHours(1))).execute((_, _) -> heads.add(entries.head()));
  }

  /** The last head of a server's life. */
  @Bean
  @ConditionalOnProperty(name = "silah.workers", matchIfMissing = true)
  AuditHeadAtTheEnd auditHeadAtTheEnd(AuditEntries entries, AuditHeads heads) {
    return new AuditHeadAtTheEnd(entries, heads);
  }
}
