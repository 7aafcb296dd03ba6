package org.silah.constituents;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silah.access.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of the clients. Each change leaves its audit entry and tells its event in the same transaction. */
@Component
public class Constituents {

  private final Clients clients;
  private final EmailAddresses emails;
  private final Answers answers;
  private final RoleHistory roles;
  private final Registration registration;
  private final Belongings belongings;
  private final Successors successors;
  private final Audit audit;

  Constituents(Clients clients, EmailAddresses emails, Answers answers, RoleHistory roles, Registration registration, Belongings belongings, Successors successors,
      Audit audit) {
    this.clients = clients;
    this.emails = emails;
    this.answers = answers;
    this.roles = roles;
    this.registration = registration;
    this.belongings = belongings;
    this.successors = successors;
    this.audit = audit;
  }

  /** Nothing for a client who was removed or is out of sight, too. */
  public Optional<Client> find(PartyId party) {
    return clients.find(party);
  }

  /**
   * Who this client is now, if it turned out to be another; and until the transaction ends it stays so. To be asked before something
   * is written down for a client that somebody chose a while ago.
   */
  @Transactional
  public PartyId hold(PartyId party) {
    return successors.hold(party);
  }

  /** Display names; who was removed or is out of sight is missing from the answer. */
  public Map<PartyId, String> names(Collection<PartyId> parties) {
    return clients.names(parties);
  }

  /** The address told to us most lately. */
  public Optional<String> email(PartyId party) {
    return emails.newest(party);
  }

  /** The newest answer; nothing if the client was never asked. */
  public Optional<Boolean> consent(PartyId party, Channel channel, Topic topic) {
    return answers.newest(party, channel, topic);
  }

  /**
   * @throws org.silah.kernel.Unreadable if the name is empty or longer than 500 characters, or an e-mail address is none
   * @throws org.silah.kernel.BrokenRule if another client has one of the identity numbers
   */
  @Transactional
  public PartyId add(NewClient client) {
    return registration.add(client);
  }

  /** Does nothing if the client holds the role already. */
  @Transactional
  public void takeRole(PartyId party, ClientRole role, LocalDate since, String source) {
    roles.take(party, role, since, source);
  }

  /** The client's no, by their own link or word. A no that stands already is not written again. */
  @Transactional
  public void refuse(PartyId party, Channel channel, Topic topic, String evidence) {
    answers.refuse(party, channel, topic, evidence);
  }

  /** The client takes a no back, by their own link or word. Does nothing where there is no no. */
  @Transactional
  public void allow(PartyId party, Channel channel, Topic topic, String evidence) {
    answers.allow(party, channel, topic, evidence);
  }

  /** From now on these clients are looked after, and signed to, by one member of the staff. */
  @Transactional
  public void lookAfter(Collection<PartyId> parties, UUID officer) {
    clients.lookAfter(parties, officer);
    audit.record("client.officer", "staff", officer, Map.of("clients", parties.size()));
  }

  /** A new branch takes over whoever lives in its cities. */
  @Transactional
  public void settleFrom(Collection<String> cities, UUID branch) {
    audit.record("client.branch.move", "branch", branch, Map.of("cities", cities, "clients", belongings.settleFrom(cities, branch)));
  }
}
