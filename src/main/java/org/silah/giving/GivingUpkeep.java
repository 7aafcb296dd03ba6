package org.silah.giving;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneId;
import org.silah.access.CurrencyLock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What giving does by night, and what it holds the charity to. */
@Configuration(proxyBeanMethods = false)
class GivingUpkeep {

  /** Before dawn in Riyadh; anywhere else any hour does, since nobody is kept waiting. */
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 10);

  @Bean
  RecurringTask<Void> reconcileGiving(Reconciliation reconciliation) {
    return Tasks.recurring("giving.reconcile", new Daily(ZoneId.of("Asia/Riyadh"), AT_NIGHT)).execute((_, _) -> reconciliation.run());
  }

  /** Base amounts are in the charity's currency, so it stays what it was at the first gift. */
  @Bean
  CurrencyLock giftsHoldTheCurrency(JdbcClient db) {
    return () -> db.sql("select exists (select 1 from giving.gift)").query(Boolean.class).single();
  }
}
