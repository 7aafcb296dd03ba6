package org.silah.constituents.search;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.time.ZoneId;
import org.silah.constituents.imports.ClientsImported;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the count of how common each word of a name is, by which a search begins at the rarest: every night, and after each list
 * that made clients.
 */
@Configuration(proxyBeanMethods = false)
class SearchUpkeep {

  /** Before dawn in Riyadh; anywhere else any hour does, since searching goes on meanwhile. */
  private static final LocalTime AT_NIGHT = LocalTime.of(3, 20);

  private final Vocabulary vocabulary;

  SearchUpkeep(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Bean
  RecurringTask<Void> countWords() {
    return Tasks.recurring("constituents.words", new Daily(ZoneId.of("Asia/Riyadh"), AT_NIGHT)).execute((_, _) -> vocabulary.recount());
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void on(ClientsImported event) {
    if (event.made() > 0) {
      vocabulary.recount();
    }
  }
}
