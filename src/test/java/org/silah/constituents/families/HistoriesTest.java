package org.silah.constituents.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.constituents.PartyId;
import org.silah.constituents.Registry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whatever is recorded, possible or not, in whatever order: households stay such as households are. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({Registry.class, Clan.class})
class HistoriesTest {

  private static final int DEEDS = 120;

  @Autowired Registry registry;
  @Autowired Clan clan;

  private Random random;
  private final List<PartyId> families = new ArrayList<>();
  private final List<PartyId> people = new ArrayList<>();
  private LocalDate day;

  @ParameterizedTest
  @ValueSource(longs = {1448, 7, 20261123})
  void noHistoryBreaksAHousehold(long seed) {
    random = new Random(seed);
    families.clear();
    people.clear();
    day = LocalDate.of(2001, 1, 1);
    for (int i = 0; i < 3; i++) {
      var head = clan.man("رب " + i + " بن سالم الأسرة" + seed);
      families.add(clan.familyOf(head));
      people.add(head);
      people.add(clan.woman("امرأة " + i + " الأسرة" + seed));
      people.add(clan.man("رجل " + i + " الأسرة" + seed));
    }
    int done = 0;
    for (int i = 0; i < DEEDS; i++) {
      day = day.plusDays(random.nextInt(60));
      var answer = deed();
      assertThat(answer.getResponse().getStatus()).as("seed %d, deed %d: %s", seed, i, Registry.text(answer).length()).isIn(302, 404, 410, 422);
      done += answer.getResponse().getStatus() == 302 ? 1 : 0;
      find();
      holds("seed " + seed + ", deed " + i);
    }
    assertThat(done).as("deeds that were possible").isBetween(DEEDS / 4, DEEDS - 1);
    countsAreRows();
  }

  private MvcTestResult deed() {
    var family = any(families);
    var person = member(family);
    var when = day.plusDays(random.nextInt(200) - 60).toString();
    return switch (random.nextInt(12)) {
      case 0 -> clan.join(family, any(people), any(List.of("head", "spouse", "child", "dependant")), random.nextBoolean() ? when : "");
      case 1, 2, 3 -> clan.birth(family, "مولود" + (char) ('ا' + random.nextInt(20)), any(List.of("male", "female")), when);
      case 4, 5 -> clan.marriage(family, person, any(people), when, any(List.of("here", "new", "theirs")));
      case 6 -> clan.death(family, person, when);
      case 7 -> clan.departure(family, person, when, any(List.of("left", "divorce", "other", "death")));
      case 8 -> clan.headship(family, person, when);
      case 9 -> clan.undo(family, anyDeed(family));
      case 10 -> {
        var times = registry.rows("select id, until::text as until from constituents.family_member where family_id = ? order by id", family.value());
        if (times.isEmpty()) {
          yield clan.join(family, person, "head", "");
        }
        var time = any(times);
        yield registry.send(Clan.path(family) + "/members/" + time.get("id") + "/correction", "position", any(List.of("head", "spouse", "child", "dependant")), "since",
            when, "until", time.get("until") == null ? "" : day.plusDays(random.nextInt(300) - 100).toString());
      }
      default -> clan.tie(any(people), any(people), any(List.of("parent", "parent-reverse", "sibling", "spouse", "grandparent")));
    };
  }

  private PartyId member(PartyId family) {
    var members = registry.rows("select member_id from constituents.family_member where family_id = ? and ended is null order by id", family.value());
    return members.isEmpty() || random.nextInt(10) == 0 ? any(people) : new PartyId((UUID) any(members).get("member_id"));
  }

  private Object anyDeed(PartyId family) {
    var deeds = registry.rows("""
        select d.id
        from constituents.family_deed d
        where exists (select 1 from constituents.family_member m where m.family_id = ? and d.id in (m.begun_by, m.ended_by))
        order by d.id""", family.value());
    return deeds.isEmpty() ? UUID.randomUUID() : any(deeds).get("id");
  }

  /** Those whom deeds brought and took. */
  private void find() {
    var found = registry.rows("select id, kind from constituents.party where removed_at is null and kind in ('person', 'family') order by created_at, id");
    for (var row : found) {
      var id = new PartyId((UUID) row.get("id"));
      var all = row.get("kind").equals("family") ? families : people;
      if (!all.contains(id) && all.size() < 40) {
        all.add(id);
      }
    }
    var there = new HashSet<>(found.stream().map(row -> new PartyId((UUID) row.get("id"))).toList());
    families.removeIf(family -> !there.contains(family));
    people.removeIf(person -> !there.contains(person));
  }

  private void holds(String when) {
    none(when + ": two heads", """
        select family_id from constituents.family_member where position = 'head' and ended is null group by family_id having count(*) > 1""");
    none(when + ": two times at once", """
        select 1
        from constituents.family_member a
        join constituents.family_member b on b.family_id = a.family_id and b.member_id = a.member_id and b.id > a.id
        where coalesce(a.since, '-infinity') < coalesce(b.until, 'infinity') and coalesce(b.since, '-infinity') < coalesce(a.until, 'infinity')
          and a.since is distinct from a.until and b.since is distinct from b.until""");
    none(when + ": two heads at once", """
        select 1
        from constituents.family_member a
        join constituents.family_member b on b.family_id = a.family_id and b.id > a.id
        where a.position = 'head' and b.position = 'head'
          and coalesce(a.since, '-infinity') < coalesce(b.until, 'infinity') and coalesce(b.since, '-infinity') < coalesce(a.until, 'infinity')
          and a.since is distinct from a.until and b.since is distinct from b.until""");
    none(when + ": their own forebear", """
        with recursive forebear (start, id) as (
          select to_id, from_id from constituents.tie where kind = 'kin' and what in ('parent', 'grandparent')
          union
          select f.start, t.from_id
          from forebear f
          join constituents.tie t on t.to_id = f.id and t.kind = 'kin' and t.what in ('parent', 'grandparent'))
        select start from forebear where start = id""");
    none(when + ": a member who has died", """
        select 1 from constituents.family_member m join constituents.party p on p.id = m.member_id where p.deceased and m.ended is null""");
    none(when + ": a wife of two", """
        select m.member_id
        from constituents.family_member m
        join constituents.party p on p.id = m.member_id
        where p.gender = 'female' and m.ended is null and m.position in ('head', 'spouse')
        group by m.member_id
        having count(*) > 1""");
    none(when + ": a time without its deed", """
        select 1 from constituents.family_member m
        where not exists (select 1 from constituents.family_deed d where d.id = m.begun_by)
          or m.ended is not null and not exists (select 1 from constituents.family_deed d where d.id = m.ended_by)""");
    none(when + ": a ghost", """
        select 1
        from constituents.family_member m
        join constituents.party p on p.id in (m.member_id, m.family_id)
        where p.removed_at is not null""");
    none(when + ": a death without a deed", """
        select 1 from constituents.party where deceased <> (died_by is not null)""");
  }

  private void none(String flaw, String sql) {
    assertThat(registry.rows(sql)).as(flaw).isEmpty();
  }

  private void countsAreRows() {
    for (var family : families) {
      var page = clan.page(family);
      var present = registry.rows("select 1 from constituents.family_member where family_id = ? and ended is null", family.value()).size();
      var all = registry.rows("select 1 from constituents.family_member where family_id = ?", family.value()).size();
      var drawn = registry.rows("select distinct member_id from constituents.family_member where family_id = ?", family.value()).size();
      assertThat(count("<th scope=\"row\"", page)).isEqualTo(all);
      assertThat(count("class=\"kin[ \"]", page)).isEqualTo(drawn);
      var told = Pattern.compile("id=\"members-title\">[^<]*</h2><small>([^<]*)<").matcher(page);
      assertThat(told.find()).isTrue();
      assertThat(told.group(1)).isEqualTo(switch (present) {
        case 0 -> "لا أحد";
        case 1 -> "فرد واحد";
        case 2 -> "فردان";
        default -> present + (present <= 10 ? " أفراد" : " فردًا");
      });
    }
  }

  private static long count(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
