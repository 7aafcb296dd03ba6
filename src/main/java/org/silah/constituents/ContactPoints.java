package org.silah.constituents;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.access.Rights;
import org.silah.access.Sensitive;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Emails;
import org.silah.kernel.PhoneNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How a client is reached and told from others: phones, e-mails, addresses, identity numbers. Each method reads what was
 * typed, and throws {@code Unreadable} where it cannot; adding what is there and removing what is not does nothing.
 */
@Component
class ContactPoints {

  private static final int LABEL = 60;

  private final Phones phones;
  private final EmailAddresses emails;
  private final Addresses addresses;
  private final Identities identities;
  private final Institutions institutions;
  private final Rights rights;
  private final Changes changes;

  ContactPoints(
      Phones phones, EmailAddresses emails, Addresses addresses, Identities identities, Institutions institutions, Rights rights,
      Changes changes) {
    this.phones = phones;
    this.emails = emails;
    this.addresses = addresses;
    this.identities = identities;
    this.institutions = institutions;
    this.rights = rights;
    this.changes = changes;
  }

  Contacts of(PartyId party) {
    return new Contacts(phones.of(party), emails.of(party), addresses.of(party), identities.of(party));
  }

  @Transactional
  public void addPhone(PartyId party, @Nullable String typed, @Nullable String label, String source) {
    changes.begin(party);
    var number = PhoneNumber.parse(Typed.text(typed, LABEL), institutions.charity().region());
    if (phones.add(party, number, Typed.optional(label, LABEL), source)) {
      changes.made("client.phone.add", party, Map.of("after", number.e164(), "source", source));
    }
  }

  @Transactional
  public void removePhone(PartyId party, String e164) {
    changes.begin(party);
    if (phones.remove(party, e164)) {
      changes.made("client.phone.remove", party, Map.of("before", e164));
    }
  }

  @Transactional
  public void addEmail(PartyId party, @Nullable String typed, @Nullable String label, String source) {
    changes.begin(party);
    var address = Emails.parse(Typed.text(typed, Typed.NAME));
    if (emails.add(party, address, Typed.optional(label, LABEL), source)) {
      changes.made("client.email.add", party, Map.of("after", address, "source", source));
    }
  }

  @Transactional
  public void removeEmail(PartyId party, String address) {
    changes.begin(party);
    if (emails.remove(party, address)) {
      changes.made("client.email.remove", party, Map.of("before", address));
    }
  }

  /** @throws IdentityTaken if another client has the number */
  @Transactional
  public void addIdentity(PartyId party, Identity identity, String source) {
    changes.begin(party);
    if (identities.add(party, identity, source)) {
      changes.made("client.identity.add", party, Map.of("after", identity, "source", source));
    }
  }

  @Transactional
  public void removeIdentity(PartyId party, Identity identity) {
    changes.begin(party);
    if (identities.remove(party, identity)) {
      changes.made("client.identity.remove", party, Map.of("before", identity));
    }
  }

  @Transactional
  public void addAddress(PartyId party, Address address) {
    changes.begin(party);
    addresses.add(party, address);
    changes.made("client.address.add", party, Map.of("address", address.id().toString(), "source", address.source()));
  }

  /** The audit log says which address it was and not where: it may have come under protection, and the log never forgets. */
  @Transactional
  public void removeAddress(PartyId party, UUID id) {
    var address = addresses.look(party, id);
    if (address.isPresent() && address.get().sheltered()) {
      rights.demand(Sensitive.PROTECTED_ADDRESS);
    }
    changes.begin(party);
    if (addresses.remove(party, id)) {
      changes.made("client.address.remove", party, Map.of("address", id.toString()));
    }
  }

  /** Whoever may write may hide an address; to show it again takes the right. */
  @Transactional
  public void shelterAddress(PartyId party, UUID id, boolean sheltered) {
    changes.begin(party);
    if (addresses.look(party, id).isEmpty()) {
      throw new NoSuchElementException();
    }
    if (!sheltered) {
      rights.demand(Sensitive.PROTECTED_ADDRESS);
    }
    if (addresses.shelter(party, id, sheltered)) {
      changes.made(sheltered ? "client.address.protect" : "client.address.unprotect", party, Map.of("address", id.toString()));
    }
  }
}
