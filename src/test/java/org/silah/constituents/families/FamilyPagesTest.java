package org.silah.constituents.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silah.constituents.families.Clan.mistakes;
import static org.silah.constituents.families.Clan.path;
import static org.silah.constituents.families.Clan.sent;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.PartyId;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Registry.class, Clan.class})
class FamilyPagesTest {

  @Autowired Registry registry;
  @Autowired Clan clan;

  @Test
  void aFamilyIsCalledAfterItsHeadAndGoesOnBeingSo() {
    var ahmad = clan.man("أحمد سالم الغامدي");
    var family = clan.familyOf(ahmad);
    assertThat(clan.name(family)).isEqualTo("أسرة أحمد بن سالم الغامدي");
    var wife = clan.woman("نورة بنت علي الزهراني");
    sent(clan.marriage(family, ahmad, wife, "1430/01/01", "here"));
    sent(clan.death(family, ahmad, "1445/05/01"));
    assertThat(clan.name(family)).isEqualTo("أسرة المرحوم أحمد بن سالم الغامدي");
    assertThat(clan.page(family)).contains("لا رب لهذه الأسرة اليوم. نقترح أن تتولاها نورة بنت علي الزهراني.");
    sent(clan.headship(family, wife, "1445/05/01"));
    assertThat(clan.name(family)).isEqualTo("أسرة نورة بنت علي الزهراني");
    assertThat(registry.search("أسرة نورة الزهراني")).contains(family.toString());
    assertThat(registry.search("أسرة المرحوم أحمد الغامدي")).doesNotContain(family.toString());
  }

  @Test
  void aFamilyFollowsTheNameOfItsHeadWhenThatIsPutRight() {
    var head = clan.man("احمد سالم الغامدي");
    var family = clan.familyOf(head);
    sent(registry.send(path(head) + "/fields/display_name", "value", "أحمد بن صالح الغامدي", "source", "document"));
    assertThat(clan.name(family)).isEqualTo("أسرة أحمد بن صالح الغامدي");
    sent(registry.send(path(head) + "/fields/latin_name", "value", "Ahmad Al-Ghamdi", "source", "document"));
    assertThat(registry.rows("select latin_name from constituents.party where id = ?", family.value())).containsExactly(Map.of("latin_name", "Family of Ahmad Al-Ghamdi"));
  }

  @Test
  void aWidowOfWhomOnlyTheKunyaIsKnownGivesTheFamilyIt() {
    assertThat(clan.name(clan.familyOf(clan.woman("أم يوسف")))).isEqualTo("أسرة أم يوسف");
  }

  @Test
  void aNameThatSomebodyWroteStays() {
    var head = clan.man("خالد بن فهد العتيبي");
    var family = clan.familyOf(head);
    sent(registry.send(path(family) + "/family/name", "name", "بيت خالد"));
    sent(clan.death(family, head, "1446/01/01"));
    assertThat(clan.name(family)).isEqualTo("بيت خالد");
    assertThat(clan.page(family)).contains("أسرة المرحوم خالد بن فهد العتيبي");
    assertThat(registry.send(path(family) + "/family/name", "name", " ")).hasStatus(422);
  }

  @Test
  void aChildGetsTheNamesOfItsFatherAndBothParents() {
    var father = clan.man("أحمد سالم الغامدي");
    var mother = clan.woman("هند عبدالله المطيري");
    var family = clan.familyOf(father);
    sent(clan.join(family, mother, "spouse", ""));
    sent(clan.birth(family, "يوسف", "male", "15 رجب 1446"));
    var child = child(family, "يوسف بن أحمد بن سالم الغامدي");
    assertThat(registry.rows("select gender, birth_on::text as born from constituents.party where id = ?", child.value()))
        .containsExactly(Map.of("gender", "male", "born", "2025-01-15"));
    assertThat(clan.ties(child)).contains(">أب<", ">أم<", "أحمد سالم الغامدي", "هند عبدالله المطيري");
    assertThat(clan.ties(mother)).contains(">ابن<", "يوسف بن أحمد بن سالم الغامدي");
    assertThat(clan.profile(child)).contains("وُلد في ⁨أسرة أحمد بن سالم الغامدي⁩");
    assertThat(clan.profile(family)).contains("وُلد ⁨يوسف بن أحمد بن سالم الغامدي⁩");
    assertThat(clan.birth(family, "لمى", "female", "1500/01/01")).hasStatus(422);
    assertThat(clan.birth(family, "لمى", "", "1446/01/01")).hasStatus(422);
    assertThat(clan.birth(family, "", "female", "1446/01/01")).hasStatus(422);
    assertThat(clan.times(family)).hasSize(3);
  }

  @Test
  void aBirthThatNeverWasLeavesNoGhost() {
    var father = clan.man("سعد محمد الدوسري");
    var family = clan.familyOf(father);
    sent(clan.birth(family, "عمر", "male", "2024-05-01"));
    var child = child(family, "عمر بن سعد بن محمد الدوسري");
    sent(clan.undo(family, clan.deed(family, "birth")));
    assertThat(clan.page(family)).doesNotContain("عمر بن سعد");
    assertThat(clan.profile(family)).doesNotContain("عمر بن سعد");
    assertThat(clan.ties(father)).doesNotContain("عمر بن سعد");
    assertThat(registry.open(path(child))).hasStatus(410);
    assertThat(registry.search("عمر بن سعد بن محمد الدوسري")).isEmpty();
    assertThat(registry.rows("select 1 from constituents.family_deed where kind = 'birth' and ? = any (opened)", child.value())).isEmpty();
  }

  @Test
  void aSonWhoMarriesFoundsAFamilyAndMayComeBack() {
    var father = clan.man("فهد ناصر القحطاني");
    var family = clan.familyOf(father);
    var son = clan.man("ماجد بن فهد بن ناصر القحطاني");
    sent(clan.join(family, son, "child", ""));
    var answer = registry.send(path(family) + "/marriages", "member", son.toString(), "spouse", "new", "spouse-text", "سارة بنت علي العمري", "on", "2023-03-01",
        "home", "new");
    sent(answer);
    var own = new PartyId((java.util.UUID) registry.rows(
        "select family_id from constituents.family_member where member_id = ? and position = 'head'", son.value()).getFirst().get("family_id"));
    assertThat(clan.name(own)).isEqualTo("أسرة ماجد بن فهد القحطاني");
    assertThat(clan.times(own)).extracting(row -> row.get("name") + " " + row.get("position"))
        .containsExactly("ماجد بن فهد بن ناصر القحطاني head", "سارة بنت علي العمري spouse");
    assertThat(registry.rows("select gender from constituents.party where display_name = 'سارة بنت علي العمري'")).containsExactly(Map.of("gender", "female"));
    assertThat(clan.times(family)).extracting(row -> row.get("position") + " " + row.get("ended")).containsExactly("head null", "child marriage");
    sent(clan.join(family, son, "dependant", "2024-01-01"));
    assertThat(clan.times(family)).hasSize(3);
    assertThat(clan.join(family, son, "child", "2024-02-01")).hasStatus(422);
    assertThat(mistakes(clan.join(family, son, "child", "2024-02-01"))).containsExactly("ماجد بن فهد بن ناصر القحطاني: مدتان في هذه الأسرة تتداخلان.");
    assertThat(mistakes(clan.undo(family, clan.deed(own, "marriage")))).containsExactly("ماجد بن فهد بن ناصر القحطاني: مدتان في هذه الأسرة تتداخلان.");
    sent(clan.undo(family, clan.deed(family, "joining")));
    sent(clan.undo(family, clan.deed(own, "marriage")));
    assertThat(clan.times(family)).extracting(row -> row.get("position") + " " + row.get("ended")).containsExactly("head null", "child null");
    assertThat(registry.open(path(own))).hasStatus(410);
  }

  @Test
  void aDaughterWhoMarriesJoinsHerHusbandsFamilyAndHerFathersFileDoesNotSayWhere() {
    var family = clan.familyOf(clan.man("عادل حسن الشهري"));
    var daughter = clan.woman("ليلى بنت عادل الشهري");
    sent(clan.join(family, daughter, "child", ""));
    var husband = clan.man("بدر صالح الحربي");
    var his = clan.familyOf(husband);
    sent(clan.marriage(family, daughter, husband, "2024-06-01", "theirs"));
    assertThat(clan.times(his)).extracting(row -> row.get("name")).containsExactly("بدر صالح الحربي", "ليلى بنت عادل الشهري");
    assertThat(clan.page(family) + clan.profile(family)).contains("تزوجت ⁨ليلى بنت عادل الشهري⁩ وغادرت الأسرة").doesNotContain("بدر صالح", his.toString());
    assertThat(clan.profile(daughter)).contains("أسرة بدر بن صالح الحربي");
  }

  @Test
  void aManHasUpToFourWivesAndAWomanOneHusband() {
    var husband = clan.man("طلال راشد المطيري");
    var family = clan.familyOf(husband);
    var wives = java.util.List.of("الأولى", "الثانية", "الثالثة", "الرابعة").stream().map(which -> clan.woman("هيا " + which + " العنزي")).toList();
    wives.forEach(wife -> sent(clan.marriage(family, husband, wife, "2015-01-01", "here")));
    assertThat(mistakes(clan.marriage(family, husband, clan.woman("هيا الخامسة العنزي"), "2016-01-01", "here")))
        .containsExactly("لا يجمع الرجل أكثر من أربع زوجات: طلال راشد المطيري.");
    var other = clan.man("ناصر سعود الرشيدي");
    var his = clan.familyOf(other);
    assertThat(mistakes(clan.join(his, wives.getFirst(), "spouse", "2020-01-01"))).containsExactly("هيا الأولى العنزي ربة أسرة أو زوجة في أسرة أخرى.");
    sent(clan.departure(family, wives.getFirst(), "2019-01-01", "divorce"));
    sent(clan.marriage(his, other, wives.getFirst(), "2020-01-01", "here"));
    var second = clan.familyOf(husband);
    assertThat(clan.times(second)).hasSize(1);
  }

  @Test
  void aFamilyHasOneHeadAndTheSonsMotherIsNotHisWife() {
    var father = clan.man("سلمان علي الحازمي");
    var family = clan.familyOf(father);
    var mother = clan.woman("موضي سعد الحازمي");
    var son = clan.man("تركي بن سلمان الحازمي");
    var daughter = clan.woman("ريم بنت سلمان الحازمي");
    sent(clan.join(family, mother, "spouse", ""));
    sent(clan.join(family, son, "child", ""));
    sent(clan.join(family, daughter, "child", ""));
    assertThat(mistakes(clan.join(family, clan.man("رب آخر"), "head", "2020-01-01"))).singleElement().asString().startsWith("للأسرة رب واحد");
    sent(clan.death(family, father, "2022-02-02"));
    sent(clan.headship(family, son, "2022-02-03"));
    assertThat(registry.rows("""
        select p.display_name as name, m.position
        from constituents.family_member m
        join constituents.party p on p.id = m.member_id
        where m.family_id = ? and m.ended is null
        order by p.display_name""", family.value()))
        .containsExactly(Map.of("name", "تركي بن سلمان الحازمي", "position", "head"), Map.of("name", "ريم بنت سلمان الحازمي", "position", "dependant"),
            Map.of("name", "موضي سعد الحازمي", "position", "dependant"));
    assertThat(mistakes(clan.undo(family, clan.deed(family, "death")))).containsExactly("للأسرة رب واحد في كل وقت، وهو سلمان علي الحازمي.");
    sent(clan.undo(family, clan.deed(family, "headship")));
    sent(clan.undo(family, clan.deed(family, "death")));
    assertThat(clan.times(family)).extracting(row -> row.get("ended")).containsOnlyNulls().hasSize(4);
    assertThat(registry.rows("select deceased from constituents.party where id = ?", father.value())).containsExactly(Map.of("deceased", false));
  }

  @Test
  void aWrongDayIsPutRightAndAnImpossibleOneIsNot() {
    var head = clan.man("وليد عمر بابكر");
    var family = clan.familyOf(head);
    var child = clan.woman("آمنة وليد بابكر");
    sent(clan.join(family, child, "dependant", "2020-01-01"));
    var time = registry.rows("select id from constituents.family_member where member_id = ?", child.value()).getFirst().get("id");
    sent(registry.send(path(family) + "/members/" + time + "/correction", "position", "child", "since", "1440/01/01"));
    assertThat(registry.rows("select position, since::text from constituents.family_member where id = ?", time))
        .containsExactly(Map.of("position", "child", "since", "2018-09-11"));
    assertThat(registry.send(path(family) + "/members/" + time + "/correction", "position", "head", "since", "1440/01/01")).hasStatus(422);
    assertThat(registry.send(path(family) + "/members/" + time + "/correction", "position", "child", "since", "1440/01/01", "until", "1441/01/01")).hasStatus(422);
    assertThat(registry.send(path(family) + "/members/" + time + "/correction", "position", "child", "since", "tomorrow")).hasStatus(422);
    assertThat(registry.send(path(family) + "/members/nonsense/correction", "position", "child")).hasStatus(404);
    assertThat(mistakes(clan.departure(family, child, "2017-01-01", "left"))).singleElement().asString().contains("آمنة وليد بابكر");
  }

  @Test
  void everyDeedLeavesItsEntriesAndItsMark() {
    var head = clan.man("أيمن طه الزين");
    var family = clan.familyOf(head);
    var before = registry.rows("select updated_at from constituents.party where id = ?", family.value()).getFirst().get("updated_at");
    sent(clan.birth(family, "سجى", "female", "2024-01-01"));
    assertThat(registry.rows("select action from access.audit_entry where subject = ? order by seq desc limit 1", family.toString()))
        .containsExactly(Map.of("action", "client.family.birth"));
    assertThat(registry.rows("select updated_at > ? as later from constituents.party where id = ?", before, family.value())).containsExactly(Map.of("later", true));
    assertThat(registry.rows("select count(*) as n from access.audit_entry where subject = ? and action = 'client.family.birth'", head.toString()))
        .containsExactly(Map.of("n", 1L));
  }

  private PartyId child(PartyId family, String name) {
    return new PartyId((java.util.UUID) registry.rows("""
        select m.member_id
        from constituents.family_member m
        join constituents.party p on p.id = m.member_id
        where m.family_id = ? and p.display_name = ?""", family.value(), name).getFirst().get("member_id"));
  }
}
