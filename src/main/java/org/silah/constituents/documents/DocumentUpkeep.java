package org.silah.constituents.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bytes that no document needs any more are thrown away by night. */
@Configuration(proxyBeanMethods = false)
class DocumentUpkeep {

  private static final LocalTime AT_NIGHT = LocalTime.of(2, 40);

  @Bean
  RecurringTask<Void> sweepDocuments(DocumentSweep sweep) {
    return Tasks.recurring("constituents.documents", new Daily(ZoneId.of("Asia/Riyadh"), AT_NIGHT)).execute((_, _) -> sweep.run());
  }
}
