package org.silah.segments;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.families.Families;
import org.silah.constituents.families.Position;
import org.silah.giving.GiftChannel;
import org.silah.giving.GiftId;
import org.silah.giving.Giving;
import org.silah.giving.NewGift;
import org.silah.giving.Purpose;
import org.silah.kernel.Money;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A charity in Riyadh that counts in riyals, and the people who give to it. */
@TestComponent
public class Donors {

  public static final Currency SAR = Currency.getInstance("SAR");

  private final JdbcClient db;
  private final Constituents constituents;
  private final Families families;
  private final Giving giving;

  public Donors(JdbcClient db, Constituents constituents, Families families, Giving giving) {
    this.db = db;
    this.constituents = constituents;
    this.families = families;
    this.giving = giving;
    db.sql("""
        insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from)
        values ('جمعية البر', 'Al-Birr Society', 'SAR', 'SA', 'Asia/Riyadh', 'http://localhost', 'thanks@birr.example')
        on conflict do nothing""").update();
  }

  public PartyId person(String name) {
    return constituents.add(NewClient.person(name, "test"));
  }

  public GiftId gave(PartyId donor, long riyals, LocalDate day) {
    return giving.record(new NewGift(donor, new Money(riyals * 100, SAR), day, Purpose.SADAQAH, null, GiftChannel.TRANSFER));
  }

  public void reverse(GiftId gift) {
    giving.reverse(gift, "خطأ في الإدخال");
  }

  /** @return the family of these members */
  public PartyId family(String name, PartyId... members) {
    var family = constituents.add(NewClient.of(ClientKind.FAMILY, name, "test"));
    for (var member : members) {
      families.join(family, member, Position.DEPENDANT, null);
    }
    return family;
  }

  public boolean any() {
    return !all().isEmpty();
  }

  /** Everyone with a class, from the top down, as {@code class} and id. */
  List<String> classes() {
    return db.sql("select class || ' ' || party_id from segments.donor_class order by array_position(array['top', 'major', 'middle', 'small', 'least'], class), -value, party_id")
        .query(String.class).list();
  }

  List<PartyId> all() {
    return db.sql("select party_id from published.donor order by base_minor desc, party_id").query(UUID.class).list().stream().map(PartyId::new).toList();
  }
}
