package org.silah.constituents;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silah.access.Audit;
import org.silah.access.Institutions;
import org.silah.kernel.Emails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of the clients. Each change leaves its audit entry and tells its event in the same transaction. */
@Component
public class Constituents {

  private final Clients clients;
  private final Names names;
  private final Phones phones;
  private final EmailAddresses emails;
  private final Identities identities;
  private final ClientRoles roles;
  private final Consents consents;
  private final Search search;
  private final Institutions institutions;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Constituents(
      Clients clients, Names names, Phones phones, EmailAddresses emails, Identities identities, ClientRoles roles, Consents consents, Search search,
      Institutions institutions, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.clients = clients;
    this.names = names;
    this.phones = phones;
    this.emails = emails;
    this.identities = identities;
    this.roles = roles;
    this.consents = consents;
    this.search = search;
    this.institutions = institutions;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Nothing for a client who was removed, too. */
  public Optional<Client> find(PartyId party) {
    return clients.find(party);
  }

  /** Display names; a removed client is missing from the answer. */
  public Map<PartyId, String> names(Collection<PartyId> parties) {
    return clients.names(parties);
  }

  /** The clients that fit what was typed best, best first: part of a name in any spelling, phone, e-mail or number. */
  public List<Hit> search(String typed, int limit) {
    return search.find(typed, limit);
  }

  /** The address told to us most lately. */
  public Optional<String> email(PartyId party) {
    return emails.newest(party);
  }

  /** The newest answer; nothing if the client was never asked. */
  public Optional<Boolean> consent(PartyId party, Channel channel, Topic topic) {
    return consents.newest(party, channel, topic);
  }

  /**
   * @throws org.silah.kernel.Unreadable if the name is empty or longer than 500 characters, or an e-mail address is none
   * @throws IdentityTaken if another client has one of the numbers
   */
  @Transactional
  public PartyId add(NewClient client) {
    var party = PartyId.next();
    var name = Typed.name(client.displayName());
    clients.add(party, client, name);
    names.add(party, NameKeys.of(name, client.latinName()));
    client.phones().forEach(phone -> phones.add(party, phone, null, client.source()));
    client.emails().forEach(email -> emails.add(party, Emails.parse(email), null, client.source()));
    client.identities().forEach(identity -> identities.add(party, identity, client.source()));
    client.roles().forEach(role -> roles.take(party, role, institutions.today(), client.source()));
    audit.record("client.add", "client", party, Map.of("after", client));
    events.publishEvent(new ClientAdded(party, clock.instant()));
    return party;
  }

  /** Does nothing if the client holds the role already. */
  @Transactional
  public void takeRole(PartyId party, ClientRole role, LocalDate since, String source) {
    if (roles.take(party, role, since, source)) {
      audit.record("client.role.take", "client", party, Map.of("role", role.code(), "since", since.toString(), "source", source));
      events.publishEvent(new RoleTaken(party, role, clock.instant()));
    }
  }

  /** The client's no, by their own link or word. A no that stands already is not written again. */
  @Transactional
  public void refuse(PartyId party, Channel channel, Topic topic, String evidence) {
    if (consents.newest(party, channel, topic).orElse(true)) {
      answer(party, channel, topic, false, evidence);
    }
  }

  /** The client takes a no back, by their own link or word. Does nothing where there is no no. */
  @Transactional
  public void allow(PartyId party, Channel channel, Topic topic, String evidence) {
    if (!consents.newest(party, channel, topic).orElse(true)) {
      answer(party, channel, topic, true, evidence);
    }
  }

  private void answer(PartyId party, Channel channel, Topic topic, boolean granted, String evidence) {
    var at = consents.add(party, channel, topic, granted, evidence, "client");
    audit.record("client.consent", "client", party,
        Map.of("channel", channel.code(), "topic", topic.code(), "state", granted ? "granted" : "refused", "evidence", evidence));
    events.publishEvent(new ConsentChanged(party, channel, topic, granted, at));
  }
}
