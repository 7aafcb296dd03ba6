package org.silah.constituents.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silah.constituents.families.Clan.path;
import static org.silah.constituents.families.Clan.sent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Who lives where, and who is told. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Registry.class, Clan.class, FrontDoor.class})
class HomesTest {

  private static final String REFUGE = "حي الملاذ الآمن";
  private static final String PHONE = "0557778812";
  private static final List<String> HERS = List.of(REFUGE, "557778812", "55 777 8812", "refuge@people.example");

  @Autowired Registry registry;
  @Autowired Clan clan;
  @Autowired FrontDoor door;

  @Test
  void whoLivesWithTheFamilyMovesWithIt() {
    var head = clan.man("حمد ناصر السبيعي");
    var family = clan.familyOf(head);
    var son = clan.man("ناصر حمد السبيعي");
    sent(clan.join(family, son, "child", ""));
    sent(registry.send(path(family) + "/addresses", "city", "بريدة", "district", "حي الريان"));
    assertThat(clan.profile(head)).contains("حي الريان");
    assertThat(clan.profile(son)).contains("حي الريان");
    sent(registry.send(path(family) + "/members/" + son + "/home", "home", "own"));
    sent(registry.send(path(son) + "/addresses", "city", "عنيزة", "district", "حي الفهد"));
    assertThat(clan.profile(son)).contains("حي الفهد").doesNotContain("حي الريان");
    assertThat(clan.page(family) + clan.profile(family) + clan.profile(head)).doesNotContain("حي الفهد").contains("يسكن في مكان آخر");
    sent(registry.send(path(family) + "/addresses", "city", "الرس", "district", "حي الملك خالد"));
    assertThat(clan.profile(head)).contains("حي الملك خالد");
    assertThat(clan.profile(son)).doesNotContain("حي الملك خالد");
  }

  @Test
  void nothingOfAHusbandsOrAFamilysFileTellsWhereAWifeWhoLeftLivesOrHowSheIsReached() throws Exception {
    var husband = clan.man("غاضب علي المالكي");
    var family = clan.familyOf(husband);
    var wife = clan.woman("ناجية سعيد المالكي");
    var child = clan.man("علي غاضب المالكي");
    sent(clan.join(family, wife, "spouse", "2010-01-01"));
    sent(clan.join(family, child, "child", "2012-01-01"));
    sent(clan.tie(child, wife, "parent"));
    sent(registry.send(path(family) + "/addresses", "city", "أبها", "district", "حي الموظفين"));
    sent(registry.send(path(family) + "/members/" + wife + "/home", "home", "own"));
    sent(registry.send(path(wife) + "/addresses", "city", "أبها", "district", REFUGE));
    sent(registry.send(path(wife) + "/phones", "value", PHONE));
    sent(registry.send(path(wife) + "/emails", "value", "refuge@people.example"));
    untold(husband, family, child);
    sent(clan.departure(family, wife, "2024-01-01", "divorce"));
    untold(husband, family, child);
    var shelter = clan.familyOf(clan.woman("مضيفة الملجأ"));
    sent(clan.join(shelter, wife, "dependant", "2024-01-02"));
    var other = clan.man("الزوج الجديد العسيري");
    var his = clan.familyOf(other);
    sent(clan.departure(shelter, wife, "2024-05-01", "left"));
    sent(clan.marriage(his, other, wife, "2024-06-01", "here"));
    var seen = untold(husband, family, child);
    assertThat(String.join("", seen.values())).doesNotContain("مضيفة الملجأ", "الزوج الجديد", shelter.toString(), his.toString());
    assertThat(clan.profile(wife)).contains(REFUGE).doesNotContain("حي الموظفين");
  }

  /** Everything there is to see of these clients, by the page it stands on. */
  private Map<String, String> untold(PartyId husband, PartyId family, PartyId child) throws Exception {
    var seen = new LinkedHashMap<String, String>();
    for (var client : List.of(husband, family, child)) {
      for (var page : List.of("", "/ties", "/ties?show=former", "/ties?open=tie", "/timeline?before=9999-01-01T00:00:00Z", "/groups/identity", "/groups/personal")) {
        seen.put(path(client) + page, Registry.text(registry.open(path(client) + page)));
      }
      for (var part : List.of("", "/ties", "/families", "/consents")) {
        seen.put("api " + client + part, Registry.text(registry.api(HttpMethod.GET, "/api/v1" + path(client) + part, null)));
      }
    }
    for (var form : List.of("", "?open=member", "?open=birth", "?open=marriage", "?open=death", "?open=departure", "?open=headship")) {
      seen.put("family" + form, Registry.text(registry.open(path(family) + "/family" + form)));
    }
    seen.put("api members", Registry.text(registry.api(HttpMethod.GET, "/api/v1" + path(family) + "/members", null)));
    seen.put("hits", Registry.text(registry.open("/search/hits?q=" + Registry.encoded("غاضب المالكي"))));
    seen.put("list", Registry.text(registry.open("/clients?q=" + Registry.encoded("غاضب المالكي"))));
    var rows = FrontDoor.rows(door.export(Role.ADMINISTRATOR, "ar", "/clients/export?q=" + Registry.encoded("غاضب المالكي")));
    seen.put("export", rows.toString());
    assertThat(rows).hasSizeGreaterThan(2);
    seen.forEach((page, text) -> assertThat(text).as(page).isNotBlank().doesNotContain(HERS));
    return seen;
  }
}
