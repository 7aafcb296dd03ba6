package org.silah.constituents;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.web.Language;

/**
 * All that this module knows of one client: what the profile is drawn from.
 *
 * @param answers the newest first: which one holds of each channel and topic, and the latest of all
 */
public record Dossier(
    ClientFile file, Map<Field, Fact> facts, Contacts contacts, List<HeldRole> roles, List<ConsentAnswer> answers, Belonging belonging) {

  /** So many answers are told beside those that hold; who wants more finds them on the timeline. */
  public static final int LATEST_ANSWERS = 60;

  public PartyId id() {
    return file.id();
  }

  /** The present value with its origin. A column that no fact speaks of was filled when the client was added. */
  public Optional<Fact> known(Field field, ZoneId zone) {
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
        : new Fact(field, value, file.source(), file.createdAt().atZone(zone).toLocalDate(), file.createdAt(), file.createdBy()));
  }

  /** With what somebody asked to look at. */
  Dossier showing(Looks.Revealed revealed) {
    var shown = new java.util.EnumMap<Field, Fact>(Field.class);
    shown.putAll(facts);
    shown.putAll(revealed.facts());
    var places = contacts.addresses().stream().map(address -> revealed.addresses().getOrDefault(address.id(), address)).toList();
    return new Dossier(file, shown, new Contacts(contacts.phones(), contacts.emails(), places, contacts.identities()), roles, answers, belonging);
  }

  /** Who gave the number: a country, or a branch, which may number some of its clients by themselves. */
  String issuer(Identity identity, Language language) {
    return belonging.all().stream()
        .filter(branch -> identity.kind() == IdentityKind.BRANCH_FILE && branch.code().equals(identity.issuer().replaceFirst("/.*", "")))
        .findFirst().map(branch -> branch.name(language)).orElseGet(() -> Shown.issuer(identity, language));
  }

  public List<HeldRole> presentRoles() {
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
