package org.silah.constituents.knowing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.access.Branches;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.silah.constituents.Channel;
import org.silah.constituents.Client.Gender;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.Constituents;
import org.silah.constituents.Field;
import org.silah.constituents.Knowledge;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.silah.constituents.families.Families;
import org.silah.constituents.merging.Merging;
import org.silah.kernel.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens to clients, the kept rows and sums are what one would count. */
@Charity(fresh = true)
@SpringBootTest
class SumsTest {

  private static final List<Field> FACTS = List.of(Field.OCCUPATION, Field.HOUSING, Field.CAUSES, Field.INTERESTS, Field.TITLE);

  @Autowired Constituents constituents;
  @Autowired Knowledge knowledge;
  @Autowired Families families;
  @Autowired Merging merging;
  @Autowired Branches branches;
  @Autowired StaffMembers staff;
  @Autowired KnowledgeFollowing following;
  @Autowired JdbcClient db;

  private UUID officer;
  private final List<UUID> merges = new ArrayList<>();

  /** Whatever may happen in a day; what is refused (a client merged already, one who is dead) does not happen. */
  private void something(Random random, List<PartyId> clients) {
    var one = clients.get(random.nextInt(clients.size()));
    var other = clients.get(random.nextInt(clients.size()));
    try {
      switch (random.nextInt(10)) {
        case 0 -> clients.add(constituents.add(person(random)));
        case 1 -> constituents.takeRole(one, ClientRole.values()[random.nextInt(3)], LocalDate.of(2024, 1, 1), "staff");
        case 2 -> knowledge.learn(one, Map.of(FACTS.get(random.nextInt(FACTS.size())), random.nextInt(4) == 0 ? "" : random.nextBoolean() ? "rented" : "owned"), random.nextBoolean() ? "staff" : "call");
        case 3 -> constituents.refuse(one, random.nextBoolean() ? Channel.CALL : Channel.EMAIL, Topic.APPEALS, "said");
        case 4 -> constituents.allow(one, Channel.CALL, Topic.APPEALS, "said");
        case 5 -> families.died(one, null);
        case 6 -> constituents.lookAfter(List.of(one), officer);
        case 7 -> merges.add(merging.merge(one, other, Set.of()));
        case 8 -> merging.undo(merges.removeLast());
        case 9 -> db.sql("update constituents.party set home_branch_id = b.id, seen_by = array[b.id] from access.branch b where party.id = ? and b.code = ?")
            .params(one.value(), random.nextBoolean() ? "head" : "jeddah").update();
        default -> throw new IllegalStateException();
      }
    } catch (RuntimeException refused) {
      assertThat(refused).isNotInstanceOf(org.springframework.dao.DataAccessException.class);
    }
  }

  private static NewClient person(Random random) {
    var client = random.nextInt(4) == 0
        ? NewClient.of(ClientKind.ORGANISATION, "مؤسسة " + random.nextInt(100), "staff")
        : NewClient.person("سعاد " + random.nextInt(100), "staff").born(random.nextBoolean() ? Gender.FEMALE : null, random.nextBoolean() ? LocalDate.of(1980, 1, 1) : null);
    return random.nextBoolean() ? client.phone(PhoneNumber.parse("+96650888" + (1000 + random.nextInt(9000)), "SA")) : client;
  }

  private void follow() {
    while (following.step() > 0) {
      // until nothing waits
    }
  }

  private List<String> rows(String sql) {
    return db.sql(sql).query(String.class).list();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theSumsAreWhatOneWouldCount(long seed) {
    var random = new Random(seed);
    if (branches.called("jeddah").isEmpty()) {
      branches.add("jeddah", "جدة", "Jeddah");
    }
    officer = staff.named("maha").orElseGet(() -> staff.add("maha", "مها", "Maha", null, Set.of(Role.REGISTRAR), "-", false)).id();
    var clients = new ArrayList<PartyId>();
    for (int i = 0; i < 6; i++) {
      clients.add(constituents.add(person(random)));
    }
    for (int day = 0; day < 12; day++) {
      for (int i = 0; i < 8; i++) {
        something(random, clients);
      }
      follow();
    }
    var deleted = constituents.add(person(random));
    follow();
    db.sql("delete from constituents.name_rotation where party_id = ?").param(deleted.value()).update();
    db.sql("delete from constituents.phone where party_id = ?").param(deleted.value()).update();
    db.sql("delete from constituents.party where id = ?").param(deleted.value()).update();
    follow();
    assertThat(rows("""
        select p.id::text from constituents.party p where p.removed_at is null and not p.deceased
        except select party_id::text from constituents.client_knowledge""")).as("seed " + seed).isEmpty();
    assertThat(rows("""
        select party_id::text from constituents.client_knowledge
        except select p.id::text from constituents.party p where p.removed_at is null and not p.deceased""")).as("seed " + seed).isEmpty();
    assertThat(rows("""
        select concat(k.party_id, ' ', f.item, ' ', f.weight, ' ', f.state, ' ', f.accurate, ' ', k.branch_id)
        from constituents.client_knowledge k
        cross join lateral unnest(k.items, k.weights, k.states, k.accurate) f (item, weight, state, accurate)
        order by 1"""))
        .as("rows of seed " + seed)
        .isEqualTo(rows("""
            select concat(f.party_id, ' ', f.item, ' ', f.weight, ' ', f.state, ' ', f.accurate, ' ', p.home_branch_id)
            from constituents.party p
            cross join lateral constituents.knowledge_of(array[p.id], 'Asia/Riyadh', current_date) f
            order by 1"""))
        .isNotEmpty();
    assertThat(rows("select concat_ws(' ', branch_id, kind, item, clients, known, fresh, accurate, asked_weight, known_weight, fresh_weight, accurate_weight) from constituents.knowledge_tally where clients <> 0 order by 1"))
        .as("sums of seed " + seed)
        .isEqualTo(rows("""
            select concat_ws(' ', p.home_branch_id, p.kind, f.item, count(*), count(f.as_of), count(*) filter (where f.state = 'fresh'), count(*) filter (where f.accurate), sum(f.weight),
              coalesce(sum(f.weight) filter (where f.state <> 'missing'), 0), coalesce(sum(f.weight) filter (where f.state = 'fresh'), 0),
              coalesce(sum(f.weight) filter (where f.accurate), 0))
            from constituents.party p
            cross join lateral constituents.knowledge_of(array[p.id], 'Asia/Riyadh', current_date) f
            group by p.home_branch_id, p.kind, f.item
            order by 1"""));
    assertThat(rows("select concat_ws(' ', branch_id, kind, sum(clients)) from constituents.knowledge_band group by branch_id, kind having sum(clients) <> 0 order by 1"))
        .isEqualTo(rows("select concat_ws(' ', home_branch_id, kind, count(*)) from constituents.party where removed_at is null and not deceased group by home_branch_id, kind order by 1"));
    assertThat(rows("select sum(clients)::text from constituents.knowledge_identity where one = 'none'"))
        .isEqualTo(rows("""
            select count(*)::text
            from constituents.party p
            where p.removed_at is null and not p.deceased and not exists (select 1 from constituents.identity i where i.party_id = p.id)"""));
  }
}
