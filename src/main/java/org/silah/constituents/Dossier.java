package org.silah.constituents;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that this module knows of one client: what the profile is drawn from. */
record Dossier(
    ClientFile file, Map<Field, Fact> facts, Contacts contacts, List<HeldRole> roles, List<ConsentAnswer> answers) {

  PartyId id() {
    return file.id();
  }

  /** The present value with its origin. A column that no fact speaks of was filled when the client was added. */
  Optional<Fact> known(Field field, ZoneId zone) {
    if (field.column() == null) {
      return Optional.ofNullable(facts.get(field));
    }
    var value = file.known().get(field);
    if (value == null) {
      return Optional.empty();
    }
    var fact = facts.get(field);
    return Optional.of(fact != null && fact.value().equals(value)
        ? fact
        : new Fact(field, value, file.source(), file.createdAt().atZone(zone).toLocalDate()));
  }

  List<HeldRole> presentRoles() {
    return roles.stream().filter(role -> role.until() == null).toList();
  }

  List<HeldRole> formerRoles() {
    return roles.stream().filter(role -> role.until() != null).toList();
  }

  boolean holds(ClientRole role) {
    return presentRoles().stream().anyMatch(held -> held.role() == role);
  }

  @Nullable ConsentAnswer newest(Channel channel, Topic topic) {
    return answers.stream().filter(answer -> answer.channel() == channel && answer.topic() == topic).findFirst().orElse(null);
  }
}
