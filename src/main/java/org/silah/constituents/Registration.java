package org.silah.constituents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.silah.constituents.text.NameKeys;
import org.silah.constituents.text.Typed;
import org.silah.kernel.PhoneNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the file of a new client, with all that is known from the start, as one deed. */
@Component
public class Registration {

  private final Clients clients;
  private final Names names;
  private final FirstContacts contacts;
  private final ClientRoles roles;
  private final Recording recording;
  private final Changes changes;

  Registration(Clients clients, Names names, FirstContacts contacts, ClientRoles roles, Recording recording, Changes changes) {
    this.clients = clients;
    this.names = names;
    this.contacts = contacts;
    this.roles = roles;
    this.recording = recording;
    this.changes = changes;
  }

  /** As {@link Constituents#add}. */
  @Transactional
  public PartyId add(NewClient client) {
    var party = PartyId.next();
    var name = Typed.name(client.displayName());
    var named = client.called(Typed.line(client.latinName(), Typed.NAME), Typed.line(client.title(), Typed.NAME));
    clients.add(party, named, name);
    names.add(party, NameKeys.of(name, named.latinName()));
    contacts.add(party, client);
    client.roles().forEach(role -> roles.take(party, role, recording.today(), client.source()));
    changes.made("client.add", party, Map.of("after", facts(client, name)), new ClientAdded(party, recording.now()));
    return party;
  }

  private static Map<String, Object> facts(NewClient client, String name) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("kind", client.kind().code());
    facts.put("name", name);
    facts.put("latin_name", client.latinName());
    facts.put("language", client.language().code());
    facts.put("phones", client.phones().stream().map(PhoneNumber::e164).toList());
    facts.put("emails", client.emails());
    facts.put("identities", client.identities());
    facts.put("roles", client.roles().stream().map(ClientRole::code).sorted().toList());
    facts.put("source", client.source());
    return facts;
  }
}
