package org.silah.constituents;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings together what is known of a client. */
@Component
public class Dossiers {

  private final Clients clients;
  private final Facts facts;
  private final ContactPoints contacts;
  private final ClientRoles roles;
  private final Consents consents;
  private final Belongings belongings;

  Dossiers(Clients clients, Facts facts, ContactPoints contacts, ClientRoles roles, Consents consents, Belongings belongings) {
    this.clients = clients;
    this.facts = facts;
    this.contacts = contacts;
    this.roles = roles;
    this.consents = consents;
    this.belongings = belongings;
  }

  /** Nothing for a client who was removed or is out of sight. */
  public Optional<Dossier> find(PartyId party) {
    return clients.file(party).map(file -> new Dossier(
        file, facts.present(party), contacts.of(party), roles.of(party), consents.of(party), belongings.of(party)));
  }
}
