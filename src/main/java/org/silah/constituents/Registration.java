package org.silah.constituents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.silah.access.Branch;
import org.silah.access.Sights;
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
  private final Sights sights;
  private final Recording recording;
  private final Changes changes;

  Registration(Clients clients, Names names, FirstContacts contacts, ClientRoles roles, Sights sights, Recording recording,
      Changes changes) {
    this.clients = clients;
    this.names = names;
    this.contacts = contacts;
    this.roles = roles;
    this.sights = sights;
    this.recording = recording;
    this.changes = changes;
  }

  /** As {@link Constituents#add}. */
  @Transactional
  public PartyId add(NewClient client) {
    return add(client, _ -> {});
  }

  /** @param more what else is written of the client in the same deed */
  @Transactional
  public PartyId add(NewClient client, Consumer<PartyId> more) {
    var party = PartyId.next();
    var name = Typed.name(client.displayName());
    var named = client.called(Typed.line(client.latinName(), Typed.NAME), Typed.line(client.title(), Typed.NAME));
    var home = home(client);
    clients.add(party, named, name, home.id());
    names.add(party, NameKeys.of(name, named.latinName()));
    contacts.add(party, client);
    client.roles().forEach(role -> roles.take(party, role, recording.today(), client.source()));
    changes.made("client.add", party, Map.of("after", facts(client, name, home)), new ClientAdded(party, recording.now()));
    more.accept(party);
    return party;
  }

  /** That of whoever adds the client, unless another was chosen among those they see. */
  private Branch home(NewClient client) {
    return sights.taking(client.branch() == null ? sights.current().home() : client.branch());
  }

  private static Map<String, Object> facts(NewClient client, String name, Branch home) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("kind", client.kind().code());
    facts.put("name", name);
    facts.put("latin_name", client.latinName());
    facts.put("language", client.language().code());
    facts.put("phones", client.phones().stream().map(PhoneNumber::e164).toList());
    facts.put("emails", client.emails());
    facts.put("identities", client.identities());
    facts.put("roles", client.roles().stream().map(ClientRole::code).sorted().toList());
    facts.put("branch", home.code());
    facts.put("source", client.source());
    return facts;
  }
}
