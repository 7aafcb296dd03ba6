package org.silah.constituents;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client as the API shows one.
 *
 * @param custom values of the charity's own fields, by their codes
 * @param withheld sensitive facts that are known and not told: a key with the scope clients:sensitive is told them when it asks for the client
 */
record ApiClient(
    UUID id, long fileNumber, String kind, @Nullable String agencyBearing, String name, @Nullable String latinName, @Nullable String title,
    @Nullable String givenName, @Nullable String gender, @Nullable LocalDate birthOn, @Nullable String nationality, String language,
    @Nullable UUID officerId, List<Role> roles, List<Phone> phones, List<Email> emails, List<Identity> identities, List<Address> addresses,
    Map<String, Known> facts, Map<String, Object> custom, List<String> withheld, boolean deceased, String branch, List<Branch> knownTo, String source, Instant createdAt, Instant updatedAt) {

  /** Where facts are from that programs bring. */
  static final String SOURCE = "api";

  record Role(String role, LocalDate since, @Nullable LocalDate until, @Nullable String endReason, String source) {}

  record Phone(String number, @Nullable String label, String source, LocalDate asOf) {}

  record Email(String address, @Nullable String label, String source, LocalDate asOf) {}

  record Identity(String kind, String issuer, String number, String source, LocalDate asOf) {}

  record Address(
      UUID id, @Nullable String country, @Nullable String region, @Nullable String city, @Nullable String district, @Nullable String street,
      @Nullable String building, @Nullable String postcode, @Nullable String shortCode, @JsonProperty("protected") boolean sheltered, String source,
      LocalDate asOf) {}

  /** Another branch that knows the client. */
  record Branch(String branch, LocalDate since, String reason) {}

  record Known(String value, String source, LocalDate asOf) {}

  static ApiClient of(Dossier dossier, Map<String, Object> custom) {
    var file = dossier.file();
    var known = file.known();
    var contacts = dossier.contacts();
    return new ApiClient(
        file.id().value(), file.fileNumber(), file.kind().code(), file.bearing() == null ? null : file.bearing().code(), file.displayName(),
        file.latinName(), known.get(Field.TITLE), known.get(Field.GIVEN_NAME), known.get(Field.GENDER), file.birthOn(),
        known.get(Field.NATIONALITY), known.get(Field.LANGUAGE), file.officer(),
        dossier.roles().stream().map(held -> new Role(held.role().code(), held.since(), held.until(), held.endReason(), held.source())).toList(),
        contacts.phones().stream().map(one -> new Phone(one.number().e164(), one.label(), one.source(), one.asOf())).toList(),
        contacts.emails().stream().map(one -> new Email(one.address(), one.label(), one.source(), one.asOf())).toList(),
        contacts.identities().stream()
            .map(one -> new Identity(one.identity().kind().code(), one.identity().issuer(), one.identity().number(), one.source(), one.asOf()))
            .toList(),
        contacts.addresses().stream().map(ApiClient::address).toList(), facts(dossier), custom,
        dossier.facts().values().stream().filter(Fact::isWithheld).map(fact -> fact.field().code()).toList(), file.deceased(), dossier.belonging().home().code(),
        dossier.belonging().others().stream().map(one -> new Branch(one.branch().code(), one.since(), one.reason())).toList(),
        file.source(), file.createdAt(), file.updatedAt());
  }

  private static Address address(org.silah.constituents.Address one) {
    return new Address(one.id(), one.country(), one.region(), one.city(), one.district(), one.street(), one.building(), one.postcode(),
        one.shortCode(), one.sheltered(), one.source(), one.asOf());
  }

  /** Those that have no column of their own. */
  private static Map<String, Known> facts(Dossier dossier) {
    var facts = new LinkedHashMap<String, Known>();
    dossier.facts().forEach((field, fact) -> {
      if (field.column() == null && !fact.isWithheld()) {
        facts.put(field.code(), new Known(fact.value(), fact.source(), fact.asOf()));
      }
    });
    return facts;
  }
}
