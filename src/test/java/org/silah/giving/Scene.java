package org.silah.giving;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.kernel.Money;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A charity in Riyadh that counts in riyals, and the few people that the tests of giving speak of. */
@TestComponent
class Scene {

  static final Currency SAR = Currency.getInstance("SAR");

  private final JdbcClient db;
  private final Constituents constituents;

  Scene(JdbcClient db, Constituents constituents) {
    this.db = db;
    this.constituents = constituents;
    db.sql("""
        insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from)
        values ('جمعية البر', 'Al-Birr Society', 'SAR', 'SA', 'Asia/Riyadh', 'http://localhost', 'thanks@birr.example')
        on conflict do nothing""").update();
  }

  PartyId client(String name) {
    return constituents.add(NewClient.person(name, "test"));
  }

  static NewGift gift(PartyId giver, String amount, LocalDate day) {
    return gift(giver, amount, "SAR", day, null);
  }

  static NewGift gift(PartyId giver, String amount, String currency, LocalDate day, @Nullable String designation) {
    var money = Money.of(new BigDecimal(amount), Currency.getInstance(currency));
    return new NewGift(giver, money, day, designation == null ? Purpose.SADAQAH : Purpose.PROJECT, designation, GiftChannel.TRANSFER);
  }

  record Summary(int gifts, long baseMinor, long largestMinor, LocalDate firstOn, LocalDate lastOn) {}

  @Nullable Summary summary(PartyId donor) {
    return db.sql("select gifts, base_minor, largest_minor, first_on, last_on from giving.donor_summary where party_id = ?")
        .param(donor.value()).query(Summary.class).optional().orElse(null);
  }
}
