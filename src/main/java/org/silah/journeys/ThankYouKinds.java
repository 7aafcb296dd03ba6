package org.silah.journeys;

import java.time.LocalDate;
import java.util.List;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.silah.dialogue.MessageKind;
import org.silah.giving.GiftId;
import org.silah.giving.Purpose;
import org.silah.kernel.Money;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** A text of thanks for each purpose that has something of its own to say, and one for all others. */
@Configuration(proxyBeanMethods = false)
class ThankYouKinds {

  static final String GENERAL = "thanks";

  @Bean
  @Order(1)
  MessageKind thanks() {
    return kind(GENERAL, Purpose.GENERAL);
  }

  @Bean
  @Order(2)
  MessageKind thanksForZakat() {
    return kind(GENERAL + ".zakat", Purpose.ZAKAT);
  }

  @Bean
  @Order(3)
  MessageKind thanksForSadaqah() {
    return kind(GENERAL + ".sadaqah", Purpose.SADAQAH);
  }

  @Bean
  @Order(4)
  MessageKind thanksForKafala() {
    return kind(GENERAL + ".kafala", Purpose.KAFALA);
  }

  @Bean
  @Order(5)
  MessageKind thanksForWaqf() {
    return kind(GENERAL + ".waqf", Purpose.WAQF);
  }

  @Bean
  @Order(6)
  MessageKind thanksForProject() {
    return kind(GENERAL + ".project", Purpose.PROJECT);
  }

  private static MessageKind kind(String code, Purpose purpose) {
    return new MessageKind("journeys", code, Topic.THANKS, List.of("amount", "purpose", "designation", "date"),
        words -> example(purpose, words.get("journeys.example.designation")).in(words));
  }

  private static Thanks example(Purpose purpose, String project) {
    return new Thanks(GiftId.next(), PartyId.next(), new Money(125_000, java.util.Currency.getInstance("SAR")), LocalDate.of(2026, 11, 22), purpose,
        purpose == Purpose.PROJECT ? project : null);
  }
}
