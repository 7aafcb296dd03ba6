package org.silah.constituents.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.constituents.Channel;
import org.silah.constituents.Client.Gender;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.Constituents;
import org.silah.constituents.Dossiers;
import org.silah.constituents.Field;
import org.silah.constituents.Knowledge;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.Successors;
import org.silah.constituents.Topic;
import org.silah.kernel.PhoneNumber;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two clients become one and two again. */
@Charity
@SpringBootTest
class MergingTest {

  private static final Map<String, String> TABLES = new LinkedHashMap<>(Map.of(
      "phone", "e164", "email", "address", "identity", "number", "address", "id", "note", "id", "consent", "id", "party_role", "id", "fact", "id",
      "party_branch", "branch_id", "name_rotation", "key"));

  static {
    TABLES.put("confirmation", "id");
  }


  @Autowired Constituents constituents;
  @Autowired Knowledge knowledge;
  @Autowired Merging merging;
  @Autowired MergeSheets sheets;
  @Autowired Texts texts;
  @Autowired Dossiers dossiers;
  @Autowired Successors successors;
  @Autowired JdbcClient db;

  private PartyId random(Random random) {
    var client = NewClient.person(List.of("نورة الدوسري", "نوره بنت سعد الدوسري", "Norah Aldosari").get(random.nextInt(3)), "staff")
        .born(random.nextBoolean() ? Gender.FEMALE : null, random.nextBoolean() ? LocalDate.of(1980 + random.nextInt(3), 1, 1) : null);
    for (int i = 0; i < random.nextInt(3); i++) {
      client = client.phone(PhoneNumber.parse("+96650777000" + random.nextInt(4), "SA"));
    }
    if (random.nextBoolean()) {
      client = client.email("N" + random.nextInt(3) + "@example.org");
    }
    var party = constituents.add(client);
    for (int i = 0; i < random.nextInt(3); i++) {
      constituents.takeRole(party, ClientRole.values()[random.nextInt(3)], LocalDate.of(2020 + random.nextInt(5), 1, 1), "staff");
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      if (random.nextBoolean()) {
        constituents.refuse(party, Channel.EMAIL, Topic.values()[random.nextInt(Topic.values().length)], "said");
      } else {
        constituents.allow(party, Channel.EMAIL, Topic.values()[random.nextInt(Topic.values().length)], "said");
      }
    }
    if (random.nextBoolean()) {
      db.sql("insert into constituents.confirmation (id, party_id, item, source, was, as_of, recorded_at) values (uuidv7(), ?, 'phone', 'call', '2025-01-01', '2026-01-01', now())")
          .param(party.value()).update();
    }
    for (var field : List.of(Field.OCCUPATION, Field.INTERESTS, Field.TITLE)) {
      if (random.nextBoolean()) {
        knowledge.learn(party, Map.of(field, "قيمة " + random.nextInt(3)), "staff");
      }
    }
    return party;
  }

  /** Everything there is about these clients, but when they last changed. */
  private Map<String, List<String>> all(PartyId... parties) {
    var ids = java.util.Arrays.stream(parties).map(PartyId::value).toArray(UUID[]::new);
    var all = new LinkedHashMap<String, List<String>>();
    all.put("party", db.sql("select (to_jsonb(p.*) - 'updated_at')::text from constituents.party p where id = any (?) order by id").param(ids).query(String.class).list());
    TABLES.forEach((table, key) -> all.put(table, db.sql("select to_jsonb(t.*)::text from constituents." + table + " t where party_id = any (?) order by party_id, " + key)
        .param(ids).query(String.class).list()));
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void undoingAMergeBringsBackBothAsTheyWere(long seed) {
    var random = new Random(seed);
    for (int round = 0; round < 6; round++) {
      var kept = random(random);
      var gone = random(random);
      var before = all(kept, gone);
      var theirs = random.nextBoolean() ? Set.of("display_name", "title", "occupation", "birth_on") : Set.<String>of();
      var merge = merging.merge(kept, gone, theirs);
      assertThat(all(gone).entrySet().stream().filter(table -> !table.getKey().equals("party")).flatMap(table -> table.getValue().stream())).as("seed " + seed).isEmpty();
      assertThat(successors.of(gone)).contains(kept);
      merging.undo(merge);
      assertThat(all(kept, gone)).as("seed " + seed).isEqualTo(before);
    }
  }

  /** What people see of a client, whichever rows it stands in. */
  private List<String> visible(PartyId party) {
    return db.sql("""
        select 'client ' || concat_ws(', ', display_name, latin_name, title, given_name, gender, birth_on) from constituents.party where id = :party
        union all
        select 'phone ' || e164 from constituents.phone where party_id = :party
        union all
        select 'email ' || lower(address) from constituents.email where party_id = :party
        union all
        select 'role ' || concat_ws(', ', role, started_on, ended_on) from constituents.party_role where party_id = :party
        union all
        (select distinct on (channel, topic) 'answer ' || concat_ws(', ', channel, topic, state) from constituents.consent where party_id = :party
          order by channel, topic, at desc, id desc)
        union all
        select 'fact ' || concat_ws(', ', code, value, source) from constituents.fact where party_id = :party and superseded_at is null and code in ('occupation', 'interests')
        order by 1""")
        .param("party", party.value()).query(String.class).list();
  }

  private void mergeAsProposed(PartyId kept, PartyId gone) {
    var sheet = sheets.of(List.of(dossiers.find(kept).orElseThrow(), dossiers.find(gone).orElseThrow()), kept, texts.in(Language.EN));
    merging.merge(kept, sheet.theirs(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26})
  void theOrderOfMergesDoesNotMatter(long seed) {
    var worlds = new java.util.ArrayList<List<PartyId>>();
    for (int world = 0; world < 3; world++) {
      var random = new Random(seed);
      worlds.add(List.of(random(random), random(random), random(random)));
    }
    mergeAsProposed(worlds.get(0).get(0), worlds.get(0).get(1));
    mergeAsProposed(worlds.get(0).get(0), worlds.get(0).get(2));
    mergeAsProposed(worlds.get(1).get(0), worlds.get(1).get(2));
    mergeAsProposed(worlds.get(1).get(0), worlds.get(1).get(1));
    mergeAsProposed(worlds.get(2).get(1), worlds.get(2).get(2));
    mergeAsProposed(worlds.get(2).get(0), worlds.get(2).get(1));
    var first = visible(worlds.get(0).get(0));
    assertThat(visible(worlds.get(1).get(0))).as("seed " + seed + ", the other way round").isEqualTo(first);
    assertThat(visible(worlds.get(2).get(0))).as("seed " + seed + ", the others first").isEqualTo(first);
  }

  @Test
  void whatTheGoneClientHadIsTheKeptOnesAndTheStricterAnswerHolds() {
    var kept = constituents.add(NewClient.person("سلطانة المطيري", "staff").phone(PhoneNumber.parse("0507771001", "SA")).email("sultana@example.org"));
    var gone = constituents.add(NewClient.person("سلطانه بنت فهد المطيري", "staff").phone(PhoneNumber.parse("0507771001", "SA")).phone(PhoneNumber.parse("0507771002", "SA"))
        .email("Sultana@example.org").born(Gender.FEMALE, LocalDate.of(1990, 5, 5)));
    constituents.refuse(gone, Channel.EMAIL, Topic.APPEALS, "said");
    constituents.refuse(kept, Channel.EMAIL, Topic.APPEALS, "said");
    constituents.allow(kept, Channel.EMAIL, Topic.APPEALS, "said later");
    constituents.takeRole(gone, ClientRole.DONOR, LocalDate.of(2019, 1, 1), "staff");
    constituents.takeRole(kept, ClientRole.DONOR, LocalDate.of(2024, 1, 1), "staff");
    var merge = merging.merge(kept, gone, Set.of("display_name", "birth_on", "gender"));
    assertThat(db.sql("select e164 from constituents.phone where party_id = ? order by 1").param(kept.value()).query(String.class).list()).containsExactly("+966507771001", "+966507771002");
    assertThat(db.sql("select address from constituents.email where party_id = ?").param(kept.value()).query(String.class).list()).containsExactly("sultana@example.org");
    assertThat(constituents.consent(kept, Channel.EMAIL, Topic.APPEALS)).contains(false);
    assertThat(db.sql("select started_on from constituents.party_role where party_id = ? and role = 'donor'").param(kept.value()).query(LocalDate.class).list())
        .containsExactly(LocalDate.of(2019, 1, 1));
    assertThat(constituents.find(kept).orElseThrow().displayName()).isEqualTo("سلطانه بنت فهد المطيري");
    assertThat(constituents.find(gone)).isEmpty();
    constituents.takeRole(kept, ClientRole.VOLUNTEER, LocalDate.of(2026, 1, 1), "staff");
    knowledge.learn(kept, Map.of(Field.DISPLAY_NAME, "سلطانة فهد المطيري"), "staff");
    merging.undo(merge);
    assertThat(constituents.find(kept).orElseThrow().displayName()).as("written since").isEqualTo("سلطانة فهد المطيري");
    assertThat(db.sql("select role from constituents.party_role where party_id = ? order by 1").param(kept.value()).query(String.class).list()).containsExactly("donor", "volunteer");
    assertThat(constituents.find(gone).orElseThrow().displayName()).isEqualTo("سلطانه بنت فهد المطيري");
  }

  @Test
  void whatTheGoneClientToldIsTheirsAgainThoughSomethingNewerWasLearntMeanwhile() {
    var kept = constituents.add(NewClient.person("ريم الشهري", "staff"));
    var gone = constituents.add(NewClient.person("ريم بنت علي الشهري", "staff"));
    knowledge.learn(kept, Map.of(Field.OCCUPATION, "معلمة"), "staff");
    knowledge.learn(gone, Map.of(Field.OCCUPATION, "ممرضة"), "staff");
    var merge = merging.merge(kept, gone, Set.of("occupation"));
    assertThat(occupation(kept)).isEqualTo("ممرضة");
    knowledge.learn(kept, Map.of(Field.OCCUPATION, "متقاعدة"), "staff");
    merging.undo(merge);
    assertThat(occupation(kept)).isEqualTo("متقاعدة");
    assertThat(occupation(gone)).isEqualTo("ممرضة");
  }

  @Test
  void aNumberThatBothHaveIsAsFreshAsTheFileThatHeardOfItLast() {
    var number = PhoneNumber.parse("0507772233", "SA");
    var kept = constituents.add(NewClient.person("عبير الحربي", "import").phone(number).email("Abeer@example.org"));
    var gone = constituents.add(NewClient.person("عبير سعد الحربي", "staff").phone(number).email("abeer@example.org"));
    for (var table : List.of("phone", "email")) {
      db.sql("update constituents." + table + " set as_of = '2019-03-01' where party_id = ?").param(kept.value()).update();
      db.sql("update constituents." + table + " set as_of = '2026-03-01' where party_id = ?").param(gone.value()).update();
    }
    var before = all(kept, gone);
    var merge = merging.merge(kept, gone, Set.of());
    assertThat(days(kept)).containsOnly(LocalDate.of(2026, 3, 1));
    merging.undo(merge);
    assertThat(all(kept, gone)).isEqualTo(before);
    var again = merging.merge(kept, gone, Set.of());
    db.sql("update constituents.phone set as_of = '2026-11-01' where party_id = ?").param(kept.value()).update();
    merging.undo(again);
    assertThat(days(kept)).as("confirmed since").containsExactly(LocalDate.of(2019, 3, 1), LocalDate.of(2026, 11, 1));
  }

  private List<LocalDate> days(PartyId party) {
    return db.sql("select as_of from constituents.phone where party_id = :party union all select as_of from constituents.email where party_id = :party order by 1")
        .param("party", party.value()).query(LocalDate.class).list();
  }

  private String occupation(PartyId party) {
    return dossiers.find(party).orElseThrow().facts().get(Field.OCCUPATION).value();
  }

  @Test
  void whoIsMergedAlreadyOrOfAnotherKindIsNotMerged() {
    var one = constituents.add(NewClient.person("ثامر الأول", "staff"));
    var two = constituents.add(NewClient.person("ثامر الثاني", "staff"));
    var three = constituents.add(NewClient.person("ثامر الثالث", "staff"));
    var body = constituents.add(NewClient.of(ClientKind.ORGANISATION, "مؤسسة ثامر", "staff"));
    var merge = merging.merge(one, two, Set.of());
    assertThatThrownBy(() -> merging.merge(one, two, Set.of())).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> merging.merge(two, three, Set.of())).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> merging.merge(one, body, Set.of())).isInstanceOf(UnlikeClients.class);
    assertThatThrownBy(() -> merging.merge(one, one, Set.of())).isInstanceOf(UnlikeClients.class);
    var further = merging.merge(three, one, Set.of());
    assertThat(successors.of(two)).contains(three);
    assertThatThrownBy(() -> merging.undo(merge)).isInstanceOf(MergedFurther.class);
    merging.undo(further);
    merging.undo(merge);
    assertThatThrownBy(() -> merging.undo(merge)).isInstanceOf(AlreadyUndone.class);
    assertThat(constituents.find(two)).isPresent();
  }
}
