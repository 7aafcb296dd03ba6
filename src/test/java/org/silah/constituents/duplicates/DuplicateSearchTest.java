package org.silah.constituents.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.Client.Gender;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.constituents.merging.Merging;
import org.silah.kernel.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The base is searched for clients who are in it twice: as they come, and as a whole. */
@Charity(fresh = true)
@SpringBootTest
class DuplicateSearchTest {

  private static final List<String> FAMILIES = List.of("القحطاني", "الغامدي", "الزهراني", "الحربي", "العتيبي", "المطيري", "الشهري", "العمري", "السبيعي", "الثقفي");
  private static final List<String> GIVEN = List.of("ماجد", "سارة", "خالد", "نورة", "فهد", "هند", "تركي", "ريم", "بندر", "لمى", "زياد", "عبير");

  private static final List<String> FATHERS = List.of("سالم", "صالح", "ناصر", "يوسف", "إبراهيم", "جابر", "راشد", "حمد", "مساعد");

  @Autowired Constituents constituents;
  @Autowired Merging merging;
  @Autowired Following following;
  @Autowired SearchWork work;
  @Autowired DuplicateSearches searches;
  @Autowired Proposals proposals;
  @Autowired JdbcClient db;

  private PartyId original;
  private PartyId copy;

  @BeforeEach
  void aTownOfFamiliesWhoShareTheirPhones() {
    if (db.sql("select count(*) from constituents.party").query(Long.class).single() > 0) {
      db.sql("delete from constituents.duplicate_decision").update();
      db.sql("delete from constituents.duplicate_pair").update();
      db.sql("update constituents.likeness_follower set updated_at = 'epoch'").update();
    } else {
      for (int i = 0; i < 120; i++) {
        int family = i / 4;
        add(GIVEN.get((i * 5 + family) % GIVEN.size()) + " " + FATHERS.get(family % FATHERS.size()) + " " + FAMILIES.get(family % FAMILIES.size()), "+96655%07d".formatted(family * 1237), null);
      }
    }
    original = add("غيداق عبد الله بن ناصر الدوسري", "+966501112233", LocalDate.of(1985, 3, 9));
    copy = add("Ghaydaq Abdullah Aldosari", "+966501112233", LocalDate.of(1985, 3, 9));
  }

  private PartyId add(String name, String phone, LocalDate birth) {
    return constituents.add(NewClient.person(name, "staff").phone(PhoneNumber.parse(phone, "SA")).born(Gender.MALE, birth));
  }

  private void follow() {
    while (following.step() > 0) {
      // until all changes are followed
    }
  }

  private Set<List<UUID>> proposed() {
    return proposals.page(java.util.Optional.empty(), 1_000).stream().map(one -> List.of(one.a(), one.b())).collect(Collectors.toSet());
  }

  private List<UUID> pair(PartyId one, PartyId other) {
    return Proposal.ORDER.compare(one.value(), other.value()) < 0 ? List.of(one.value(), other.value()) : List.of(other.value(), one.value());
  }

  @Test
  void whoComesASecondTimeIsProposedAndFamiliesWhoShareAPhoneAreNot() {
    follow();
    assertThat(proposals.find(original, copy)).hasValueSatisfying(found -> {
      assertThat(found.reasons()).extracting(reason -> reason.of().code() + " " + reason.level().code()).contains("given same", "family same", "phone same", "birth same");
      assertThat(found.chance()).isGreaterThan(0.9);
    });
    var families = db.sql("select party_id from constituents.phone where e164 <> '+966501112233'").query(UUID.class).list();
    assertThat(proposed()).isNotEmpty().noneMatch(pair -> families.contains(pair.getFirst()) || families.contains(pair.getLast()));
  }

  @Test
  void aSearchOfTheWholeBaseFindsWhatWasFoundOneByOneAlsoWhenItIsStoppedOnTheWay() {
    follow();
    var before = proposed();
    assertThat(before).contains(pair(original, copy));
    db.sql("delete from constituents.duplicate_pair").update();
    assertThat(work.begin("test")).isTrue();
    assertThat(work.begin("test")).as("one at a time").isFalse();
    var asked = new AtomicInteger();
    work.run(() -> asked.incrementAndGet() > 9);
    var halfway = searches.underway().orElseThrow();
    assertThat(halfway.done()).isPositive().isLessThan(halfway.parts());
    work.run(() -> false);
    assertThat(searches.underway()).isEmpty();
    assertThat(searches.newest().orElseThrow().state()).isEqualTo(DuplicateSearch.State.DONE);
    assertThat(proposed()).isEqualTo(before);
  }

  @Test
  void whatAPersonDecidedIsKeptForEver() {
    follow();
    proposals.keepApart(copy.value(), original.value(), "أب وابنه", "staff");
    assertThat(proposals.find(original, copy)).isEmpty();
    constituents.lookAfter(List.of(copy), db.sql("select id from access.staff limit 1").query(UUID.class).optional().orElse(null));
    db.sql("update constituents.party set updated_at = now() where id = ?").param(copy.value()).update();
    follow();
    work.begin("test");
    work.run(() -> false);
    assertThat(proposals.find(original, copy)).isEmpty();
    assertThat(db.sql("select reason from constituents.duplicate_decision").query(String.class).list()).containsExactly("أب وابنه");
  }

  @Test
  void whoBecameOneIsNotProposedAndAgainWhenThatIsUndone() {
    follow();
    var merge = merging.merge(original, copy, Set.of());
    assertThat(proposals.find(original, copy)).isEmpty();
    follow();
    assertThat(proposals.find(original, copy)).isEmpty();
    merging.undo(merge);
    follow();
    assertThat(proposals.find(original, copy)).isPresent();
  }

  @Test
  void whoIsRemovedIsNotProposedAnyMore() {
    follow();
    db.sql("update constituents.party set removed_at = now(), removed_reason = 'test', updated_at = now() where id = ?").param(copy.value()).update();
    follow();
    assertThat(proposals.find(original, copy)).isEmpty();
    assertThat(db.sql("select count(*) from constituents.likeness_key where party_id = ?").param(copy.value()).query(Long.class).single()).isZero();
  }

  @Test
  void keysAreAlwaysThoseOfTheClientsAsTheyAre() {
    follow();
    assertThat(db.sql("""
        select count(*)
        from constituents.likeness_key k
        full join (select party_id, unnest(keys) as key from constituents.likeness_record) r on r.party_id = k.party_id and r.key = k.key
        where k.key is null or r.key is null""").query(Long.class).single()).isZero();
    var parties = new ArrayList<>(db.sql("select id from constituents.party where removed_at is null").query(UUID.class).list());
    assertThat(db.sql("select party_id from constituents.likeness_record").query(UUID.class).list()).containsExactlyInAnyOrderElementsOf(parties);
  }

  @Test
  void whatWasDecidedOfOneFileHoldsForTheOneItBecame() {
    var third = add("غيداق الدوسري", "+966501112233", LocalDate.of(1985, 3, 9));
    follow();
    proposals.keepApart(copy.value(), third.value(), "ابن أخيه", "staff");
    var merge = merging.merge(original, copy, Set.of());
    follow();
    assertThat(proposals.find(original, third)).isEmpty();
    assertThat(proposals.saidApart(List.of(original.value(), third.value()))).containsExactly("ابن أخيه");
    merging.undo(merge);
    follow();
    assertThat(proposals.find(original, third)).isPresent();
    assertThat(proposals.saidApart(List.of(copy.value(), third.value()))).containsExactly("ابن أخيه");
    assertThat(proposals.saidApart(List.of(original.value(), third.value()))).isEmpty();
    db.sql("update constituents.party set removed_at = now(), removed_reason = 'test', updated_at = now() where id = ?").param(third.value()).update();
  }

  @Test
  void keysOfAnEarlierKindAreMadeAnew() {
    follow();
    db.sql("update constituents.likeness_record set keys = '{1}'").update();
    db.sql("delete from constituents.likeness_key").update();
    db.sql("update constituents.likeness_follower set version = version - 1").update();
    keysAreAlwaysThoseOfTheClientsAsTheyAre();
    assertThat(db.sql("select count(*) from constituents.likeness_key where party_id = ?").param(original.value()).query(Long.class).single()).isGreaterThan(3);
  }
}
