package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.imports.Clerk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A branch's list of gifts. */
@SpringBootTest
@Charity(fresh = true)
@RecordApplicationEvents
@Import({Scene.class, Clerk.class})
class GiftImportTest {

  private static final String HEAD = "الاسم;الجوال;المبلغ;العملة;تاريخ التبرع;الغرض;طريقة الدفع\n";

  @Autowired Scene scene;
  @Autowired Clerk clerk;
  @Autowired Giving giving;
  @Autowired Reconciliation reconciliation;
  @Autowired Constituents constituents;
  @Autowired JdbcClient db;
  @Autowired ApplicationEvents events;

  @Test
  void everyRowBecomesAGiftOfTheClientItNames() {
    var id = clerk.bring("gifts", HEAD
        + "أحمد بن عبد الله الغامدي;٠٥٠١٢٣٤٥٦٧;٥٠٠;;١٤٤٧/٠٩/٠١;زكاة;تحويل\n"
        + "فاطمه محمد القحطاني;+966 55 765 4321;1,250.50;;2026-03-05;كفالة يتيم;مدى\n"
        + "مؤسسة النور الخيرية;0112345678;25000;ريال;05/03/2026;بئر نور الهدى;شيك\n"
        + "أحمد بن عبد الله الغامدي;0501234567;12.750;د.ك;2025-01-02;;\n", Map.of("channel", "cash"));
    assertThat(clerk.state(id)).isEqualTo("done");
    assertThat(db.sql("""
        select p.display_name || '|' || g.amount_minor || ' ' || g.currency || '|' || g.base_minor || '|' || g.given_on || '|' || g.hijri_year
          || '|' || g.purpose || '|' || coalesce(g.designation, '') || '|' || g.channel
        from giving.gift g
        join constituents.party p on p.id = g.party_id
        where g.import_id = ?
        order by g.import_row""").param(id.value()).query(String.class).list()).containsExactly(
            "أحمد بن عبد الله الغامدي|50000 SAR|50000|2026-02-18|1447|zakat||transfer",
            "فاطمه محمد القحطاني|125050 SAR|125050|2026-03-05|1447|kafala|كفالة يتيم|card",
            "مؤسسة النور الخيرية|2500000 SAR|2500000|2026-03-05|1447|project|بئر نور الهدى|cheque",
            "أحمد بن عبد الله الغامدي|12750 KWD|15555|2025-01-02|1446|general||cash");
    var ahmad = party("أحمد بن عبد الله الغامدي");
    assertThat(scene.summary(ahmad)).isEqualTo(new Scene.Summary(2, 65555, 50000, LocalDate.of(2025, 1, 2), LocalDate.of(2026, 2, 18)));
    assertThat(db.sql("select role || started_on from constituents.party_role where party_id = ?").param(ahmad.value()).query(String.class).list())
        .containsExactly("donor2025-01-02");
    assertThat(reconciliation.run().none()).isTrue();
    assertThat(events.stream(GiftsReceived.class)).hasSize(1).noneMatch(GiftsReceived::thank);
  }

  @Test
  void whatCannotBeReadFailsWithItsReasonAndTheRestGoesThrough() {
    var id = clerk.bring("gifts", HEAD
        + "هند عمر;0551000001;12.345;;2026-01-01;زكاة;\n"
        + "هند عمر;0551000001;abc;;2026-01-01;زكاة;\n"
        + "هند عمر;0551000001;0;;2026-01-01;زكاة;\n"
        + "هند عمر;0551000001;100;TRY;2026-01-01;زكاة;\n"
        + "هند عمر;0551000001;100;دينار;2026-01-01;زكاة;\n"
        + "هند عمر;0551000001;100;;2199-01-01;زكاة;\n"
        + "هند عمر;0551000001;100;;1342/01/01;زكاة;\n"
        + "هند عمر;0551000001;100;;;زكاة;\n"
        + "هند عمر;0551000001;100;;2026-01-01;" + "م".repeat(201) + ";\n"
        + "هند عمر;0551000001;100;;2026-01-01;زكاة;\n", Map.of());
    assertThat(clerk.count(id, "failed")).isEqualTo(9);
    assertThat(clerk.problems(id)).contains("giving.too-many-decimals", "giving.no-rate", "giving.unknown-currency", "giving.in-the-future",
        "giving.designation.long", "constituents.import.wrong.missing");
    assertThat(scene.summary(party("هند عمر")).gifts()).isEqualTo(1);
  }

  @Test
  void theSameListAgainBringsNothingTwiceAndTwoEqualGiftsOfOneListStayTwo() {
    var list = HEAD + "بدر صالح;0552000001;100;;2026-01-01;صدقة;\nبدر صالح;0552000001;100;;2026-01-01;صدقة;\nبدر صالح;0552000001;50;;2026-01-02;صدقة;\n";
    clerk.bring("gifts", list, Map.of());
    var badr = party("بدر صالح");
    assertThat(scene.summary(badr).gifts()).isEqualTo(3);
    var again = clerk.preview("gifts", list + "بدر صالح;0552000001;100;;2026-01-01;صدقة;\n", Map.of());
    assertThat(clerk.count(again, "skipped")).isEqualTo(3);
    assertThat(clerk.count(again, "joined") + clerk.count(again, "repeats")).isEqualTo(1);
  }

  @Test
  void undoingReversesEveryGiftAndDeletesNone() {
    var known = scene.client("ريم فهد");
    giving.record(Scene.gift(known, "10", LocalDate.of(2026, 1, 1)));
    var before = scene.summary(known);
    var number = db.sql("select file_number::text from constituents.party where id = ?").param(known.value()).query(String.class).single();
    var id = clerk.bring("gifts", HEAD + "ريم فهد;;70;;2020-01-01;وقف;\nلمى سعد;0553000001;40;;2026-01-01;وقف;\nلمى سعد;0553000001;60;;2026-01-03;وقف;\n", Map.of());
    var lama = party("لمى سعد");
    var oneByHand = db.sql("select id::text from giving.gift where party_id = ? and amount_minor = 4000").param(lama.value()).query(String.class).single();
    giving.reverse(GiftId.of(oneByHand), "شيك مرتجع");
    clerk.undo(id);
    assertThat(clerk.state(id)).isEqualTo("undone");
    assertThat(db.sql("select r.reason from giving.gift g join giving.gift_reversal r on r.gift_id = g.id where g.import_id = ? order by r.reason")
        .param(id.value()).query(String.class).list()).containsExactly(Reasons.UNDONE, Reasons.UNDONE, "شيك مرتجع");
    assertThat(scene.summary(lama)).isNull();
    assertThat(scene.summary(known)).isEqualTo(before);
    assertThat(constituents.find(lama)).as("came with the list and goes with it").isEmpty();
    assertThat(number).isNotEmpty();
    assertThat(reconciliation.run().none()).isTrue();
  }

  @Test
  void thanksAreSentOnlyWhenAskedFor() {
    clerk.bring("gifts", HEAD + "نوف علي;0554000001;70;;2026-01-01;وقف;\n", Map.of("thank", "yes"));
    assertThat(events.stream(GiftsReceived.class)).hasSize(1).allMatch(GiftsReceived::thank);
    assertThat(events.stream(GiftReceived.class)).isEmpty();
  }

  @Test
  void summariesOfALongListAreWhatAPlainRecountSays() {
    var random = new Random(11);
    var list = new StringBuilder(HEAD);
    for (int i = 0; i < 3_000; i++) {
      int donor = random.nextInt(200);
      list.append("متبرع رقم ").append(donor).append(";05560").append("%05d".formatted(donor)).append(';').append(1 + random.nextInt(9_999)).append(";;")
          .append(LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2_500))).append(";صدقة;\n");
    }
    var id = clerk.bring("gifts", list.toString(), Map.of());
    assertThat(clerk.state(id)).isEqualTo("done");
    assertThat(reconciliation.run().none()).isTrue();
    clerk.undo(id);
    assertThat(reconciliation.run().none()).isTrue();
  }

  private PartyId party(String name) {
    return new PartyId(db.sql("select id from constituents.party where display_name = ?").param(name).query(java.util.UUID.class).single());
  }
}
