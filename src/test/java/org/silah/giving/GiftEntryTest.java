package org.silah.giving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.Charity;
import org.silah.access.Institutions;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.silah.kernel.HijriDate;
import org.silah.kernel.Money;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Recording a gift at the desk: six fields. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Charity
@RecordApplicationEvents
@Import({Scene.class, Desk.class})
class GiftEntryTest {

  @Autowired Scene scene;
  @Autowired Desk desk;
  @Autowired Institutions institutions;
  @Autowired JdbcClient db;
  @Autowired ApplicationEvents events;

  @Test
  void sixFieldsRecordAGiftAndLeaveTheFormReadyForTheNext() {
    var maha = scene.client("مها سعد الدوسري");
    var answer = record(maha, Map.of());
    assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/gifts/new");
    assertThat(gift(maha)).containsEntry("amount_minor", 350_00L).containsEntry("currency", "SAR").containsEntry("base_minor", 350_00L)
        .containsEntry("purpose", "zakat").containsEntry("channel", "card").containsEntry("designation", null);
    assertThat(desk.open(Role.REGISTRAR, "/gifts/new")).hasStatusOk().bodyText().contains("مها سعد الدوسري", "350.00");
  }

  @Test
  void theFirstGiftMakesItsGiverADonor() {
    var salem = scene.client("سالم علي");
    record(salem, Map.of("given_on", "2021-03-04"));
    record(salem, Map.of("given_on", "2022-03-04"));
    assertThat(db.sql("select role || ' ' || started_on from constituents.party_role where party_id = ?")
        .param(salem.value()).query(String.class).list()).containsExactly("donor 2021-03-04");
  }

  @Test
  void thanksAreWantedForAGiftOfTheLastYearOnly() {
    var noura = scene.client("نورة خالد");
    record(noura, Map.of("given_on", institutions.today().minusDays(365).toString()));
    record(noura, Map.of("given_on", institutions.today().minusDays(366).toString()));
    assertThat(events.stream(GiftReceived.class).filter(event -> event.party().equals(noura)).map(GiftReceived::thank)).containsExactly(true, false);
  }

  @ParameterizedTest
  @CsvSource({"1.250,KWD,1250,1525", "1.25,KWD,1250,1525", "0.005,BHD,5,5", "١٬٢٥٠٫٥٠,SAR,125050,125050", "100,USD,10000,37500", "1000,AED,100000,102110"})
  void everyCurrencyHasItsOwnDecimalsAndCountsAtTheRateOfItsDay(String amount, String currency, long minor, long base) {
    var giver = scene.client("هند محمد");
    assertThat(record(giver, Map.of("amount", amount, "currency", currency))).hasStatus3xxRedirection();
    assertThat(gift(giver)).containsEntry("amount_minor", minor).containsEntry("currency", currency).containsEntry("base_minor", base);
  }

  @Test
  void aGiftShowsTheRateThatWasUsedAndNoDigitMore() {
    var giver = scene.client("بدر ناصر");
    record(giver, Map.of("amount", "12.345", "currency", "KWD"));
    var gift = "/gifts/" + db.sql("select id::text from giving.gift where party_id = ?").param(giver.value()).query(String.class).single();
    assertThat(gift(giver)).containsEntry("base_minor", 15061L);
    assertThat(shown(gift)).contains(">12.2<").doesNotContain("12.2001");
    db.sql("update giving.exchange_rate set rate = 13 where base = 'SAR' and currency = 'KWD'").update();
    assertThat(shown(gift)).as("the rate was changed since").contains(">12.2<");
    db.sql("update giving.exchange_rate set rate = 12.2 where base = 'SAR' and currency = 'KWD'").update();
  }

  @ParameterizedTest
  @CsvSource({"12345,KWD,15061,12.2", "100000000,USD,375000000,3.75", "100000000,USD,374123456,3.74123456", "1,KWD,1,10", "100,IRR,1,0.01"})
  void ofAnUnknownRateOnlyWhatTheAmountsTellIsSaid(long minor, String currency, long base, String rate) {
    var told = Rates.between(new Money(minor, Currency.getInstance(currency)), new Money(base, Currency.getInstance("SAR")));
    assertThat(told.toPlainString()).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({"1448/06/12,2026-11-22", "١٤٤٧-٠٩-٠١,2026-02-18", "05/03/2026,2026-03-05", "1343/01/01,1924-08-01"})
  void theDayMayBeOfEitherCalendar(String typed, LocalDate day) {
    var giver = scene.client("علي حسن");
    if (day.isAfter(institutions.today())) {
      return; // the charity's clock stands before that day
    }
    assertThat(record(giver, Map.of("given_on", typed))).hasStatus3xxRedirection();
    assertThat(gift(giver)).containsEntry("given_on", java.sql.Date.valueOf(day)).containsEntry("hijri_year", HijriDate.from(day).year());
  }

  @Test
  void eachMistakeIsToldBesideItsFieldAndEverythingTypedIsKept() {
    var giver = scene.client("ريم فهد");
    refused(record(giver, Map.of("amount", "12.345")), "amount-error", "at most 2 decimals");
    refused(record(giver, Map.of("amount", "1.250")), "amount-error", "If you meant thousands");
    refused(record(giver, Map.of("amount", "0")), "amount-error", "");
    refused(record(giver, Map.of("amount", "-5")), "amount-error", "");
    refused(record(giver, Map.of("amount", "كثير")), "amount-error", "");
    refused(record(giver, Map.of("amount", "")), "amount-error", "Enter the amount");
    refused(record(giver, Map.of("amount", "999999999999999")), "amount-error", "number of zeros");
    refused(record(giver, Map.of("currency", "XAU")), "currency-error", "not known");
    refused(record(giver, Map.of("currency", "TRY")), "currency-error", "no exchange rate for Turkish Lira");
    refused(record(giver, Map.of("given_on", institutions.today().plusDays(1).toString())), "given_on-error", "not come yet");
    refused(record(giver, Map.of("given_on", "1342-12-29")), "given_on-error", "");
    refused(record(giver, Map.of("given_on", "1923-01-01")), "given_on-error", "1 Muharram 1343");
    refused(record(giver, Map.of("given_on", "أمس")), "given_on-error", "");
    refused(record(giver, Map.of("purpose", "")), "purpose-error", "Choose what the gift is for");
    refused(record(giver, Map.of("giver", "", "giver-text", "")), "giver-error", "Choose the giver");
    var kept = record(giver, Map.of("amount", "12.345", "designation", "بئر نور الهدى", "purpose", "project"));
    assertThat(kept).bodyText().contains("value=\"12.345\"", "value=\"بئر نور الهدى\"", "ريم فهد", giver.toString());
    assertThat(scene.summary(giver)).isNull();
  }

  @Test
  void aMissingRateLeadsToThePageOfRates() {
    var giver = scene.client("ريم فهد");
    assertThat(record(giver, Map.of("currency", "TRY"))).bodyText().contains("href=\"/settings/rates\"");
    assertThat(record(giver, Map.of("currency", "USD", "given_on", "1980-01-01"))).hasStatus(422);
  }

  @Test
  void aProjectIsNamedOnlyByAGiftForOne() {
    var giver = scene.client("فيصل ناصر");
    record(giver, Map.of("purpose", "project", "designation", "بئر نور الهدى"));
    assertThat(gift(giver)).containsEntry("designation", "بئر نور الهدى");
    var other = scene.client("فيصل ناصر الثاني");
    record(other, Map.of("purpose", "waqf", "designation", "بئر نور الهدى"));
    assertThat(gift(other)).containsEntry("designation", null);
  }

  @Test
  void aNewGiverIsMadeTogetherWithTheGift() {
    var answer = desk.send(Role.DONOR_RELATIONS, "/gifts", "new_name", "بدرية العنزي", "new_contact", "٠٥٥١٢٣٤٥٩٩", "amount", "75", "currency", "SAR",
        "given_on", "2026-01-02", "purpose", "general", "channel", "cash");
    assertThat(answer).hasStatus3xxRedirection();
    assertThat(db.sql("""
        select count(*) from published.gift g
        join constituents.party p on p.id = g.party_id
        where p.display_name = 'بدرية العنزي' and g.amount_minor = 7500""").query(Long.class).single()).isEqualTo(1);
    var again = desk.send(Role.DONOR_RELATIONS, "/gifts", "new_name", "بدريه العنزي", "new_contact", "0551234599", "amount", "75", "currency", "SAR",
        "given_on", "2026-01-02", "purpose", "general", "channel", "cash");
    refused(again, "new_contact-error", "Choose them if they are the giver");
    assertThat(again).bodyText().contains("بدرية العنزي", "value=\"anyway\"");
  }

  @Test
  void aNewGiverWithAMistakeIsNotMade() {
    var answer = desk.send(Role.REGISTRAR, "/gifts", "new_name", "وليد بلا رقم", "new_contact", "123", "amount", "75", "currency", "SAR",
        "given_on", "2026-01-02", "purpose", "general", "channel", "cash");
    refused(answer, "new_contact-error", "");
    assertThat(db.sql("select count(*) from constituents.party where display_name = 'وليد بلا رقم'").query(Long.class).single()).isZero();
  }

  @Test
  void withoutScriptTheWordsInTheBoxFindTheGiverOrAskWhoIsMeant() {
    var one = scene.client("عبدالرحمن المقبل");
    assertThat(record(one, Map.of("giver", "", "giver-text", "عبد الرحمن المقبل"))).hasStatus3xxRedirection();
    assertThat(scene.summary(one)).isNotNull();
    scene.client("عبدالرحمن المقبل");
    var asked = record(one, Map.of("giver", "", "giver-text", "عبدالرحمن المقبل"));
    refused(asked, "giver-error", "Choose from the list");
    assertThat(asked).bodyText().contains("name=\"giver_choice\" value=\"" + one + "\"");
    assertThat(record(one, Map.of("giver", "", "giver-text", "عبدالرحمن المقبل", "giver_choice", one.toString()))).hasStatus3xxRedirection();
    refused(record(one, Map.of("giver", "", "giver-text", "لا أحد بهذا")), "giver-error", "add a new giver");
  }

  @Test
  void whoeverWasChosenAndThenTypedOverIsNotTheGiver() {
    var chosen = scene.client("خلود الزمخشري");
    var meant = scene.client("إيلاف الزمخشري");
    assertThat(record(chosen, Map.of("giver-text", "ايلاف الزمخشري"))).hasStatus3xxRedirection();
    assertThat(scene.summary(chosen)).isNull();
    assertThat(scene.summary(meant)).isNotNull();
  }

  @Test
  void caseWorkersSeeNoGiftsAndDirectorsRecordNone() {
    assertThat(desk.open(Role.CASE_WORKER, "/gifts")).hasStatus(403);
    assertThat(desk.open(Role.CASE_WORKER, "/gifts/new")).hasStatus(403);
    assertThat(desk.open(Role.DIRECTOR, "/gifts")).hasStatusOk();
    assertThat(desk.open(Role.DIRECTOR, "/gifts/new")).hasStatus(403);
    assertThat(desk.send(Role.DIRECTOR, "/gifts")).hasStatus(403);
  }

  @Test
  void whoRecordedAGiftStandsInTheAuditLog() {
    var giver = scene.client("لطيفة راشد");
    record(giver, Map.of("amount", "41.25"));
    var gift = db.sql("select id::text from giving.gift where party_id = ?").param(giver.value()).query(String.class).single();
    var entry = db.sql("select actor_kind, detail::text as detail from access.audit_entry where action = 'gift.record' and subject = ?").param(gift)
        .query().singleRow();
    assertThat(entry).containsEntry("actor_kind", "staff");
    assertThat((String) entry.get("detail")).contains("41.25", giver.toString()).doesNotContain("لطيفة");
  }

  private MvcTestResult record(PartyId giver, Map<String, String> changes) {
    var fields = new TreeMap<>(Map.of("giver", giver.toString(), "amount", "350", "currency", "SAR", "given_on", "2026-02-18", "purpose", "zakat",
        "designation", "", "channel", "card"));
    fields.put("giver-text", changes.containsKey("giver") ? "" : name(giver));
    fields.putAll(changes);
    var flat = new ArrayList<String>();
    fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
    return desk.send(Role.REGISTRAR, "/gifts", flat.toArray(String[]::new));
  }

  private String shown(String address) {
    return new String(desk.open(Role.REGISTRAR, address).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private String name(PartyId party) {
    return db.sql("select display_name from constituents.party where id = ?").param(party.value()).query(String.class).single();
  }

  private Map<String, Object> gift(PartyId giver) {
    return db.sql("select amount_minor, trim(currency) as currency, base_minor, given_on, hijri_year, purpose, designation, channel from giving.gift where party_id = ?")
        .param(giver.value()).query().singleRow();
  }

  private static void refused(MvcTestResult answer, String field, String sentence) {
    assertThat(answer).hasStatus(422).bodyText().contains("id=\"" + field + "\"", sentence);
  }
}
