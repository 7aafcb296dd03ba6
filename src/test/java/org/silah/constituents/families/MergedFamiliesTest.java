package org.silah.constituents.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.merging.Merging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members of families who turn out to be one client. */
@Charity
@SpringBootTest
class MergedFamiliesTest {

  @Autowired Constituents constituents;
  @Autowired Households households;
  @Autowired Ties ties;
  @Autowired Merging merging;
  @Autowired JdbcClient db;

  private PartyId person(String name) {
    return constituents.add(NewClient.person(name, "staff"));
  }

  private PartyId family(String name) {
    return constituents.add(NewClient.of(ClientKind.FAMILY, name, "staff"));
  }

  private void joins(PartyId family, PartyId member, Position position, LocalDate since) {
    households.join(family, Somebody.known(member), position, since, true, "staff");
  }

  private void tied(String kind, String what, PartyId one, PartyId other) {
    db.sql("insert into constituents.tie (id, kind, what, from_id, to_id, source, recorded_at) values (uuidv7(), ?, ?, ?, ?, 'staff', now())")
        .params(kind, what, one.value(), other.value()).update();
  }

  private List<String> all() {
    return db.sql("""
        select to_jsonb(m.*)::text from constituents.family_member m
        union all select to_jsonb(t.*)::text from constituents.tie t
        union all select to_jsonb(h.*)::text from constituents.household h
        order by 1""").query(String.class).list();
  }

  @Test
  void membershipsAndTiesGoOverAndComeBack() {
    var kept = person("نايف العمري");
    var gone = person("نايف بن سعد العمري");
    var brother = person("ماجد العمري");
    var uncle = person("فهد العمري");
    var first = family("أسرة العمري الأولى");
    var second = family("أسرة العمري الثانية");
    joins(first, kept, Position.CHILD, LocalDate.of(2000, 1, 1));
    joins(first, gone, Position.CHILD, LocalDate.of(2001, 1, 1));
    joins(second, gone, Position.DEPENDANT, LocalDate.of(2010, 1, 1));
    tied("kin", "sibling", kept, brother);
    tied("kin", "sibling", brother, gone);
    tied("kin", "uncle_paternal", uncle, gone);
    tied("kin", "cousin_amm", kept, gone);
    var before = all();
    var merge = merging.merge(kept, gone, Set.of());
    assertThat(db.sql("select count(*) from constituents.family_member where member_id = ?").param(kept.value()).query(Long.class).single()).isEqualTo(2);
    assertThat(ties.of(kept)).extracting(tie -> tie.other(kept).id()).containsExactlyInAnyOrder(brother, uncle);
    assertThat(ties.of(gone)).isEmpty();
    merging.undo(merge);
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void aMergeThatWouldMakeAnImpossibleHouseholdIsRefusedAsAWhole() {
    var one = family("أسرة الثقفي");
    var other = family("أسرة الثقفي أيضًا");
    joins(one, person("سعد الثقفي"), Position.HEAD, LocalDate.of(2000, 1, 1));
    joins(other, person("حمد الثقفي"), Position.HEAD, LocalDate.of(2000, 1, 1));
    var before = all();
    assertThatThrownBy(() -> merging.merge(one, other, Set.of())).isInstanceOf(HouseholdRule.class);
    assertThat(all()).isEqualTo(before);
    assertThat(constituents.find(other)).isPresent();
  }
}
