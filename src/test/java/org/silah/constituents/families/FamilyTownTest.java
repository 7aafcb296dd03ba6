package org.silah.constituents.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.constituents.imports.ImportDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However a town of families is written, a row for each member in any order or a row for each family, the same base comes of it. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, ImportDesk.class})
class FamilyTownTest {

  private static final List<String> MEN = List.of("أحمد", "سالم", "خالد", "عبدالله", "فهد", "ناصر", "يوسف", "ماجد");
  private static final List<String> WOMEN = List.of("سارة", "نورة", "هند", "منى", "ريم", "فاطمة", "عائشة", "لطيفة");
  private static final List<String> FAMILIES = List.of("الغامدي", "الحربي", "القحطاني", "الشهري", "العتيبي");

  @Autowired ImportDesk desk;
  @Autowired JdbcClient db;

  private record Person(String name, String relation, String id, String born, String phone) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void eitherLayoutGivesTheSameBase(long seed) {
    var random = new Random(seed);
    var town = new ArrayList<List<Person>>();
    for (int i = 0; i < 40; i++) {
      town.add(family(random, i));
    }
    var byFamily = desk.bring("families", byFamily(town));
    assertThat(desk.outcomes(byFamily)).as(desk.problems(byFamily).toString()).doesNotContainKey("failed");
    var one = base();
    assertThat(desk.outcomes(desk.preview("families", byMember(town, random)))).doesNotContainKeys("new", "failed");
    desk.undo(byFamily);
    assertThat(base()).isEmpty();
    var byMember = desk.bring("families", byMember(town, random));
    assertThat(base()).isEqualTo(one).hasSize(town.stream().mapToInt(List::size).sum());
    desk.undo(byMember);
    assertThat(base()).isEmpty();
  }

  private static List<Person> family(Random random, int number) {
    var people = new ArrayList<Person>();
    var surname = pick(FAMILIES, random);
    people.add(person(pick(MEN, random) + " " + pick(MEN, random) + " " + surname, "رب الأسرة", number * 20, 1390, random));
    if (random.nextInt(5) > 0) {
      people.add(person(pick(WOMEN, random) + " " + pick(MEN, random) + " " + pick(FAMILIES, random), "زوجة", number * 20 + 1, 1395, random));
    }
    int sons = random.nextInt(4);
    int daughters = random.nextInt(4);
    for (int i = 0; i < sons; i++) {
      people.add(person(MEN.get((number + i) % MEN.size()), "ابن", number * 20 + 2 + i, 1420 + 2 * i, random));
    }
    for (int i = 0; i < daughters; i++) {
      people.add(person(WOMEN.get((number + i) % WOMEN.size()), "ابنة", number * 20 + 8 + i, 1421 + 2 * i, random));
    }
    return people;
  }

  private static Person person(String name, String relation, int number, int year, Random random) {
    return new Person(name, relation, random.nextInt(3) == 0 ? "" : "1%09d".formatted(number), year + "/0" + (1 + random.nextInt(9)) + "/1" + random.nextInt(10),
        random.nextInt(2) == 0 ? "" : "050%07d".formatted(number));
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static String byMember(List<List<Person>> town, Random random) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < town.size(); i++) {
      for (var person : town.get(i)) {
        rows.add(String.join(";", "F" + i, person.name, person.relation, person.id, person.born, person.phone, person.relation.equals("رب الأسرة") ? "ذكر" : ""));
      }
    }
    java.util.Collections.shuffle(rows, random);
    return "رقم الأسرة;الاسم;صلة القرابة;رقم الهوية;تاريخ الميلاد;الجوال;الجنس\n" + String.join("\n", rows) + "\n";
  }

  private static String byFamily(List<List<Person>> town) {
    var list = new StringBuilder("رقم الأسرة;اسم رب الأسرة;رقم الهوية;تاريخ الميلاد;الجوال;الجنس;اسم الزوجة;هوية الزوجة;تاريخ ميلاد الزوجة;جوال الزوجة");
    for (var who : List.of("الابن", "الابنة")) {
      for (int i = 1; i <= 3; i++) {
        list.append(";اسم %1$s %2$d;هوية %1$s %2$d;تاريخ ميلاد %1$s %2$d;جوال %1$s %2$d".formatted(who, i));
      }
    }
    list.append('\n');
    for (int i = 0; i < town.size(); i++) {
      var head = town.get(i).getFirst();
      list.append(String.join(";", "F" + i, head.name, head.id, head.born, head.phone, "ذكر"));
      for (var relation : List.of("زوجة", "ابن", "ابنة")) {
        var those = town.get(i).stream().filter(person -> person.relation.equals(relation)).toList();
        for (int j = 0; j < (relation.equals("زوجة") ? 1 : 3); j++) {
          list.append(j < those.size() ? ";" + String.join(";", those.get(j).name, those.get(j).id, those.get(j).born, those.get(j).phone) : ";;;;");
        }
      }
      list.append('\n');
    }
    return list.toString();
  }

  private List<String> base() {
    return db.sql("""
        select concat_ws('|', f.display_name, i.number, m.position, m.since, m.shares_address, p.display_name, p.given_name, p.gender, p.birth_on,
          (select string_agg(h.e164, ' ' order by h.e164) from constituents.phone h where h.party_id = p.id),
          (select string_agg(n.number, ' ' order by n.number) from constituents.identity n where n.party_id = p.id))
        from constituents.family_member m
        join constituents.party f on f.id = m.family_id
        join constituents.party p on p.id = m.member_id
        join constituents.identity i on i.party_id = f.id
        order by 1""").query(String.class).list();
  }
}
