package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.access.Institutions;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gift is never edited or deleted, whoever tries. */
@SpringBootTest
@Charity
@Import(Scene.class)
class GiftsStayTest {

  @Autowired Scene scene;
  @Autowired Giving giving;
  @Autowired Institutions institutions;
  @Autowired JdbcClient db;

  @ParameterizedTest
  @ValueSource(strings = {"update giving.gift set amount_minor = 1", "delete from giving.gift", "truncate giving.gift cascade",
      "update giving.gift_reversal set reason = 'x'", "delete from giving.gift_reversal", "truncate giving.gift_reversal"})
  void theDatabaseRefusesTheProgramsOwnUser(String change) {
    assertThatThrownBy(() -> db.sql(change).update()).hasStackTraceContaining("permission denied");
  }

  @Test
  void aReversedGiftIsStillThereWithItsReason() {
    var maha = scene.client("مها سعد");
    var gift = giving.record(Scene.gift(maha, "90", institutions.today()));
    giving.reverse(gift, "  شيك مرتجع ");
    assertThat(db.sql("select g.amount_minor || ' ' || r.reason from giving.gift g join giving.gift_reversal r on r.gift_id = g.id where g.id = ?")
        .param(gift.value()).query(String.class).single()).isEqualTo("9000 شيك مرتجع");
    assertThatThrownBy(() -> giving.reverse(gift, "مرة أخرى")).isInstanceOf(AlreadyReversed.class);
  }

  @Test
  void nothingIsRecordedOfAGiftThatBreaksARule() {
    var salem = scene.client("سالم علي");
    var today = institutions.today();
    assertThatThrownBy(() -> giving.record(Scene.gift(salem, "0", today))).isInstanceOf(NothingGiven.class);
    assertThatThrownBy(() -> giving.record(Scene.gift(salem, "1", today.plusDays(1)))).isInstanceOf(GivenInTheFuture.class);
    assertThatThrownBy(() -> giving.record(Scene.gift(salem, "1", "TRY", today, null))).isInstanceOf(NoExchangeRate.class);
    assertThatThrownBy(() -> giving.record(Scene.gift(PartyId.next(), "1", today))).isInstanceOf(UnknownGiver.class);
    assertThat(scene.summary(salem)).isNull();
  }
}
