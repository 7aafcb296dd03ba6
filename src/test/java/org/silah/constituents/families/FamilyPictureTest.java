package org.silah.constituents.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.PartyId;
import org.silah.web.Language;
import org.silah.web.Texts;

class FamilyPictureTest {

  private static final PartyId FAMILY = PartyId.next();
  private final Texts texts = new Texts();

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 5", "3, 12", "5, 20", "8, 30", "13, 30", "21, 30", "34, 30"})
  void nobodyIsDrawnOverAnybody(long seed, int size) {
    var random = new Random(seed);
    var people = new ArrayList<>(List.of(member(Position.HEAD, "رب الأسرة")));
    var ties = new ArrayList<Tie>();
    for (int i = 1; i < size; i++) {
      var position = random.nextInt(6) == 0 ? Position.SPOUSE : random.nextInt(5) == 0 ? Position.DEPENDANT : Position.CHILD;
      people.add(member(position, "فرد " + i + " من أسرة طويلة الاسم جدًا"));
      if (random.nextInt(3) == 0) {
        ties.add(tie(random.nextBoolean() ? Bond.PARENT : Bond.SIBLING, people.get(random.nextInt(i)), people.get(i)));
      }
    }
    for (var language : Language.values()) {
      var picture = FamilyPicture.of(new Household(FAMILY, people), ties, texts.in(language));
      assertThat(picture.boxes()).hasSize(size);
      for (int a = 0; a < size; a++) {
        var one = picture.boxes().get(a);
        assertThat(one.x()).isBetween(0, picture.width() - FamilyPicture.BOX);
        assertThat(one.bottom()).isLessThan(picture.height());
        for (int b = a + 1; b < size; b++) {
          var other = picture.boxes().get(b);
          assertThat(Math.abs(one.x() - other.x()) >= FamilyPicture.BOX || Math.abs(one.y() - other.y()) >= FamilyPicture.TALL)
              .as("%s and %s", one, other).isTrue();
        }
      }
    }
  }

  @Test
  void childrenStandBelowTheirParentsAndSpousesBesideEachOtherTheFirstWhereReadingBegins() {
    var grandmother = member(Position.DEPENDANT, "جدة");
    var head = member(Position.HEAD, "أب");
    var wife = member(Position.SPOUSE, "أم");
    var son = member(Position.CHILD, "ابن");
    var people = List.of(head, wife, son, grandmother);
    var ties = List.of(tie(Bond.PARENT, grandmother, head));
    var arabic = FamilyPicture.of(new Household(FAMILY, people), ties, texts.in(Language.AR)).boxes();
    var english = FamilyPicture.of(new Household(FAMILY, people), ties, texts.in(Language.EN)).boxes();
    assertThat(arabic.get(3).y()).isLessThan(arabic.get(0).y());
    assertThat(arabic.get(1).y()).isEqualTo(arabic.get(0).y());
    assertThat(arabic.get(2).y()).isGreaterThan(arabic.get(0).y());
    assertThat(arabic.get(0).x()).isGreaterThan(arabic.get(1).x());
    assertThat(english.get(0).x()).isLessThan(english.get(1).x());
  }

  @Test
  void aCircleOfWrongTiesStillComesToAnEnd() {
    var one = member(Position.CHILD, "أول");
    var other = member(Position.CHILD, "ثان");
    var third = member(Position.CHILD, "ثالث");
    var ties = List.of(tie(Bond.PARENT, one, other), tie(Bond.PARENT, other, third), tie(Bond.GRANDPARENT, third, one));
    assertThat(FamilyPicture.of(new Household(FAMILY, List.of(one, other, third)), ties, texts.in(Language.AR)).boxes()).hasSize(3);
    assertThat(FamilyPicture.of(new Household(FAMILY, List.of()), List.of(), texts.in(Language.AR)).boxes()).isEmpty();
  }

  private static Membership member(Position position, String name) {
    return new Membership(
        UUID.randomUUID(), FAMILY, "أسرة", PartyId.next(), name, null, Client.Gender.MALE, LocalDate.of(1990, 1, 1), false, position, null, Beginning.KNOWN, null,
        null, true, Instant.EPOCH, UUID.randomUUID(), null);
  }

  private static Tie tie(Bond bond, Membership first, Membership second) {
    return new Tie(UUID.randomUUID(), bond, end(first), end(second), null, null, null, Tie.Told.nothing(), "test", Instant.EPOCH, null);
  }

  private static Tie.End end(Membership person) {
    return new Tie.End(person.member(), person.name(), ClientKind.PERSON, person.gender());
  }
}
