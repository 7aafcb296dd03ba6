package org.silah.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.silah.Charity;
import org.silah.access.Institutions;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.giving.GiftChannel;
import org.silah.giving.GiftId;
import org.silah.giving.Giving;
import org.silah.giving.NewGift;
import org.silah.giving.Purpose;
import org.silah.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A gift leads to thanks without anybody doing anything; what turns out to be no gift is not thanked for. */
@SpringBootTest
@Charity(fresh = true)
class ThankYouTest {

  @Autowired Giving giving;
  @Autowired Constituents constituents;
  @Autowired Institutions institutions;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  private PartyId huda;

  @BeforeEach
  void aDonor() {
    // nobody takes mail here, so what is owed stays to be seen
    huda = constituents.add(NewClient.person("هدى سعيد", "test"));
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void everyPurposeIsThankedForInItsOwnWords(Purpose purpose) {
    var gift = giving.record(gift(purpose, institutions.today()));
    assertThat(owed(gift)).containsEntry("state", "queued").containsEntry("topic", "thanks").containsEntry("purpose", "thanks." + purpose.code());
    assertThat(owed(gift).get("template")).isEqualTo(purpose == Purpose.GENERAL ? "thanks" : "thanks." + purpose.code());
    assertThat(owed(gift).get("context").toString()).contains("1,250.50");
  }

  @Test
  void aGiftThatIsTakenBackIsNotThankedFor() {
    var gift = giving.record(gift(Purpose.ZAKAT, institutions.today()));
    giving.reverse(gift, "شيك مرتجع");
    assertThat(owed(gift)).containsEntry("state", "cancelled").containsEntry("reason", "gift_reversed");
  }

  @Test
  void aGiftOfLongAgoIsHistory() {
    var gift = giving.record(gift(Purpose.ZAKAT, institutions.today().minusYears(2)));
    assertThat(db.sql("select count(*) from dialogue.message where unique_key = ?").param(Thanks.key(gift)).query(Integer.class).single()).isZero();
  }

  @Test
  void whereTheGiftIsNotKeptNeitherAreTheThanks() {
    var gift = transaction.execute(all -> {
      all.setRollbackOnly();
      return giving.record(gift(Purpose.WAQF, institutions.today()));
    });
    assertThat(db.sql("select count(*) from dialogue.message where unique_key = ?").param(Thanks.key(gift)).query(Integer.class).single()).isZero();
  }

  private NewGift gift(Purpose purpose, LocalDate day) {
    var money = Money.of(new BigDecimal("1250.50"), Currency.getInstance("SAR"));
    return new NewGift(huda, money, day, purpose, purpose == Purpose.PROJECT ? "بئر" : null, GiftChannel.TRANSFER);
  }

  private Map<String, Object> owed(GiftId gift) {
    return db.sql("select state, reason, topic, purpose, template, context from dialogue.message where unique_key = ?")
        .param(Thanks.key(gift)).query().singleRow();
  }
}
