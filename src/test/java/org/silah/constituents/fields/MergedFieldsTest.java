package org.silah.constituents.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.silah.constituents.merging.Merging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values of custom fields follow a client who turns out to be another, and come back. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, Workshop.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergedFieldsTest {

  @Autowired Workshop workshop;
  @Autowired Merging merging;
  @Autowired JdbcClient db;

  @BeforeAll
  void fields() {
    workshop.field("school", "text", "searchable", "yes");
    workshop.field("wants", "choices", "optionAr", "عمل", "optionEn", "Work", "optionAr", "سكن", "optionEn", "Housing", "optionAr", "مال", "optionEn", "Money");
    workshop.field("smokes", "flag");
    workshop.field("neighbour", "client");
  }

  private List<String> all(PartyId... parties) {
    var ids = java.util.Arrays.stream(parties).map(PartyId::value).toArray(UUID[]::new);
    return db.sql("select to_jsonb(v.*)::text from constituents.custom_value v where party_id = any (?) order by id").param(ids).query(String.class).list();
  }

  private PartyId random(Random random, PartyId neighbour) {
    var client = workshop.client("نورة الدوسري " + random.nextInt(5));
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      var sent = new ArrayList<>(List.of("f-school", random.nextInt(4) == 0 ? "" : "مدرسة " + random.nextInt(2), "f-wants", ""));
      List.of("work", "housing", "money").stream().filter(_ -> random.nextBoolean()).forEach(option -> sent.addAll(List.of("f-wants", option)));
      if (random.nextBoolean()) {
        sent.addAll(List.of("f-smokes", random.nextBoolean() ? "yes" : "no"));
      }
      if (random.nextBoolean()) {
        sent.addAll(List.of("f-neighbour", neighbour.toString()));
      }
      workshop.saved(client, sent.toArray(String[]::new));
    }
    return client;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void undoingAMergeBringsBackEveryValueAsItWas(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 4; round++) {
      var neighbour = workshop.client("جارة");
      var kept = random(random, neighbour);
      var gone = random(random, neighbour);
      var before = all(kept, gone);
      var merge = merging.merge(kept, gone, random.nextBoolean() ? Set.of() : Set.of("custom.school", "custom.neighbour"));
      assertThat(all(gone)).as("seed " + seed).isEmpty();
      assertThat(all(kept)).as("seed " + seed).hasSize(before.size());
      merging.undo(merge);
      assertThat(all(kept, gone)).as("seed " + seed).isEqualTo(before);
    }
  }

  @Test
  void theKeptOnesOwnValueStaysAndWhatItHadNotItGets() {
    var kept = workshop.client("هيفاء الباقية");
    var gone = workshop.client("هيفاء الذاهبة");
    workshop.saved(kept, "f-school", "مدرسة الباقية", "f-wants", "work");
    workshop.saved(gone, "f-school", "مدرسة الذاهبة", "f-wants", "work", "f-wants", "housing", "f-smokes", "yes");
    var friend = workshop.client("صديقة لها");
    workshop.saved(friend, "f-neighbour", gone.toString());
    var merge = merging.merge(kept, gone, Set.of());
    var profile = workshop.profile(Role.REGISTRAR, kept);
    assertThat(profile).contains("<bdi>مدرسة الباقية", "Work, Housing", "Yes");
    assertThat(workshop.rows("select text_value from constituents.custom_value where party_id = ? and type = 'text' and superseded_at is null", kept.value()).toString()).contains("مدرسة الباقية")
        .doesNotContain("الذاهبة");
    assertThat(workshop.profile(Role.REGISTRAR, friend)).contains("/clients/" + kept + "\"", "هيفاء الباقية");
    workshop.saved(kept, "f-school", "كُتبت بعد الدمج");
    merging.undo(merge);
    assertThat(workshop.profile(Role.REGISTRAR, kept)).contains("كُتبت بعد الدمج");
    assertThat(workshop.profile(Role.REGISTRAR, gone)).contains("مدرسة الذاهبة", "Work, Housing");
    assertThat(workshop.profile(Role.REGISTRAR, friend)).contains("/clients/" + gone + "\"");
  }

  @Test
  void bothAnswersStandBesideEachOtherAndTheOneChosenIsShownUntilItIsUndone() {
    workshop.field("secret", "text", "viewers", "case_worker");
    var kept = workshop.client("لطيفة الباقية");
    var gone = workshop.client("لطيفة الذاهبة");
    workshop.saved(kept, "f-school", "مدرسة الأولى", "f-smokes", "no", "f-wants", "work");
    workshop.saved(gone, "f-school", "مدرسة الثانية", "f-smokes", "no", "f-wants", "money");
    assertThat(workshop.save(Role.CASE_WORKER, kept, "f-secret", "سر الأولى")).hasStatus(302);
    assertThat(workshop.save(Role.CASE_WORKER, gone, "f-secret", "سر الثانية")).hasStatus(302);
    var registrar = workshop.as(Role.REGISTRAR);
    var sheet = Browser.body(registrar.get("/merges/new?client=" + kept + "&client=" + gone));
    assertThat(sheet).contains("Field school", "مدرسة الأولى", "مدرسة الثانية", "name=\"custom.school\"", "Field smokes")
        .doesNotContain("name=\"custom.smokes\"", "custom.wants", "custom.secret", "Field secret", "سر ");
    var version = Pattern.compile("name=\"version\" value=\"([^\"]+)\"").matcher(sheet);
    assertThat(version.find()).isTrue();
    assertThat(registrar.post("/merges", "client", kept.toString(), "client", gone.toString(), "kept", kept.toString(), "version", version.group(1),
        "custom.school", kept.toString())).hasStatus(302);
    assertThat(school(kept)).containsExactly("مدرسة الأولى");
    undo(kept);
    var again = merging.merge(kept, gone, Set.of("custom.school"));
    assertThat(school(kept)).containsExactly("مدرسة الثانية");
    workshop.saved(kept, "f-school", "مدرسة ثالثة");
    merging.undo(again);
    assertThat(school(kept)).containsExactly("مدرسة ثالثة");
    assertThat(school(gone)).containsExactly("مدرسة الثانية");
  }

  private void undo(PartyId kept) {
    merging.undo(db.sql("select id from constituents.merge where kept_id = ? and undone_at is null").param(kept.value()).query(UUID.class).single());
  }

  private List<String> school(PartyId client) {
    return db.sql("select text_value from constituents.custom_value v join constituents.custom_field f on f.id = v.field_id "
        + "where v.party_id = ? and f.code = 'school' and superseded_at is null").param(client.value()).query(String.class).list();
  }
}
