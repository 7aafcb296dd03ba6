package org.silah.constituents;

import org.silah.kernel.Emails;
import org.springframework.stereotype.Component;

/** The contact points a client comes with. */
@Component
class FirstContacts {

  private final Phones phones;
  private final EmailAddresses emails;
  private final Identities identities;

  FirstContacts(Phones phones, EmailAddresses emails, Identities identities) {
    this.phones = phones;
    this.emails = emails;
    this.identities = identities;
  }

  /** @throws IdentityTaken if another client has one of the numbers */
  void add(PartyId party, NewClient client) {
    client.phones().forEach(phone -> phones.add(party, phone, null, client.source()));
    client.emails().forEach(email -> emails.add(party, Emails.parse(email), null, client.source()));
    client.identities().forEach(identity -> identities.add(party, identity, client.source()));
  }
}
