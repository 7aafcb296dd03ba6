package org.silah.constituents;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Everything a client is reached by and told from others by. */
public record Contacts(List<Phone> phones, List<EmailAddress> emails, List<Address> addresses, List<HeldIdentity> identities) {

  /** Of the four there may be, how many there are. */
  int known() {
    return (int) Stream.of(phones, emails, addresses, identities).filter(some -> !some.isEmpty()).count();
  }

  Stream<LocalDate> days() {
    return Stream.of(
            phones.stream().map(Phone::asOf), emails.stream().map(EmailAddress::asOf), addresses.stream().map(Address::asOf),
            identities.stream().map(HeldIdentity::asOf))
        .flatMap(days -> days);
  }
}
