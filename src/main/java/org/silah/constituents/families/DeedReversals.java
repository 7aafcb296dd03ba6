package org.silah.constituents.families;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Constituents;
import org.silah.constituents.Lives;
import org.silah.constituents.PartyId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back a deed that never was: everything is as before, and the audit log alone remembers. */
@Component
class DeedReversals {

  private static final String UNDONE = "deed_undone";

  private final FamilyMembers members;
  private final FamilyDeeds deeds;
  private final HouseholdNames names;
  private final Ties ties;
  private final Lives lives;
  private final Constituents constituents;
  private final DeedWork work;

  DeedReversals(FamilyMembers members, FamilyDeeds deeds, HouseholdNames names, Ties ties, Lives lives, Constituents constituents, DeedWork work) {
    this.members = members;
    this.deeds = deeds;
    this.names = names;
    this.ties = ties;
    this.lives = lives;
    this.constituents = constituents;
    this.work = work;
  }

  /**
   * @param party the family or the person from whose file it is undone
   * @throws NoSuchElementException if it is no deed of theirs
   * @throws HouseholdRule if something that came later rests on it
   */
  @Transactional
  public void undo(PartyId party, UUID id) {
    var deed = deeds.find(id);
    var touched = members.touched(id);
    var bonds = ties.touched(id);
    var families = new LinkedHashSet<PartyId>();
    var persons = new LinkedHashSet<PartyId>();
    touched.forEach(membership -> {
      families.add(membership.family());
      persons.add(membership.member());
    });
    bonds.forEach(tie -> persons.addAll(List.of(tie.first().id(), tie.second().id())));
    dead(party, deed, persons);
    if (!families.contains(party) && !persons.contains(party)) {
      throw new NoSuchElementException();
    }
    var all = new ArrayList<>(families);
    all.addAll(persons);
    work.hold(all);
    if (touched.stream().anyMatch(membership -> rests(membership.begunBy(), membership.endedBy(), id))
        || deed.opened().stream().anyMatch(file -> isOfOthers(file, id))) {
      throw new HouseholdRule("later");
    }
    persons.stream().filter(person -> deeds.deathOf(person).filter(id::equals).isPresent()).forEach(lives::revive);
    members.undo(id);
    ties.undo(id);
    deeds.remove(id);
    close(deed.opened());
    families.removeIf(family -> constituents.find(family).isEmpty());
    persons.removeIf(person -> constituents.find(person).isEmpty());
    work.done("client.family.undone", families, persons, Map.of("deed", id.toString(), "kind", deed.kind().code()));
  }

  /** Who died without a family and without ties is the only one whom the deed is about. */
  private void dead(PartyId party, FamilyDeed deed, LinkedHashSet<PartyId> persons) {
    if (deeds.deathOf(party).filter(deed.id()::equals).isPresent()) {
      persons.add(party);
    }
  }

  private static boolean rests(UUID begunBy, @Nullable UUID endedBy, UUID deed) {
    return begunBy.equals(deed) && endedBy != null && !endedBy.equals(deed);
  }

  /** Whether a family that the deed founded has got members by other deeds. */
  private boolean isOfOthers(PartyId file, UUID deed) {
    return members.of(file).stream().anyMatch(membership -> !membership.begunBy().equals(deed));
  }

  private void close(List<PartyId> opened) {
    for (var file : opened) {
      if (constituents.find(file).isPresent()) {
        names.forget(file);
        lives.close(file, UNDONE);
      }
    }
  }
}
