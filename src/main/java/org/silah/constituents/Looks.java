package org.silah.constituents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.silah.access.Audit;
import org.silah.access.Rights;
import org.silah.access.Sensitive;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one way to the value of a sensitive fact. Each look is an entry of the audit log, which names the fact and never the value. */
@Component
class Looks {

  private final Facts facts;
  private final Addresses addresses;
  private final Rights rights;
  private final Audit audit;

  Looks(Facts facts, Addresses addresses, Rights rights, Audit audit) {
    this.facts = facts;
    this.addresses = addresses;
    this.rights = rights;
    this.audit = audit;
  }

  /** What somebody asked to see, by field and by the id of the address. */
  record Revealed(Map<Field, Fact> facts, Map<UUID, Address> addresses) {

    static final Revealed NOTHING = new Revealed(Map.of(), Map.of());
  }

  /** @throws NoSuchElementException if nothing is known there, or it is not sensitive */
  @Transactional
  public Revealed at(PartyId party, Field field) {
    if (field.sensitive() == null) {
      throw new NoSuchElementException();
    }
    rights.demand(field.sensitive());
    var fact = facts.look(party, field).orElseThrow();
    told(party, field.code());
    return new Revealed(Map.of(field, fact), Map.of());
  }

  /** @throws NoSuchElementException if there is no such address, or it is under no protection */
  @Transactional
  public Revealed at(PartyId party, UUID id) {
    rights.demand(Sensitive.PROTECTED_ADDRESS);
    var address = addresses.look(party, id).filter(Address::sheltered).orElseThrow();
    told(party, Sensitive.PROTECTED_ADDRESS.code());
    return new Revealed(Map.of(), Map.of(id, address));
  }

  /** Everything withheld from {@code dossier} that whoever asks has the right to: a program asks for all of a client at once. */
  @Transactional
  public Revealed all(Dossier dossier) {
    var held = rights.held();
    var seen = new LinkedHashMap<Field, Fact>();
    dossier.facts().forEach((field, fact) -> {
      if (fact.isWithheld() && held.contains(field.sensitive())) {
        seen.putAll(at(dossier.id(), field).facts);
      }
    });
    var places = new LinkedHashMap<UUID, Address>();
    dossier.contacts().addresses().stream()
        .filter(address -> address.sheltered() && held.contains(Sensitive.PROTECTED_ADDRESS))
        .forEach(address -> places.putAll(at(dossier.id(), address.id()).addresses));
    return new Revealed(seen, places);
  }

  private void told(PartyId party, String fact) {
    audit.record("client.look", "client", party, Map.of("fact", fact));
  }
}
