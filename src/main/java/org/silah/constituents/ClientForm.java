package org.silah.constituents;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.Typed;
import org.silah.access.Branch;
import org.silah.kernel.Emails;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Unreadable;
import org.silah.web.Language;
import org.silah.web.Mistakes;

/**
 * The form for a new client, as it was typed. All but kind and name may stay empty.
 *
 * @param confirmed {@code yes} when possible duplicates were shown and it is somebody else
 */
record ClientForm(
    String kind, String bearing, String name, String latinName, String title, String gender, String birthOn, String language, String phone,
    String email, String identityKind, String identityNumber, String identityIssuer, List<String> roles, String source, String confirmed,
    String branch) {

  ClientForm(
      @Nullable String kind, @Nullable String bearing, @Nullable String name, @Nullable String latinName, @Nullable String title,
      @Nullable String gender, @Nullable String birthOn, @Nullable String language, @Nullable String phone, @Nullable String email,
      @Nullable String identityKind, @Nullable String identityNumber, @Nullable String identityIssuer, @Nullable List<String> roles,
      @Nullable String source, @Nullable String confirmed, @Nullable String branch) {
    this.kind = kind == null || kind.isEmpty() ? "person" : kind;
    this.bearing = text(bearing);
    this.name = text(name);
    this.latinName = text(latinName);
    this.title = text(title);
    this.gender = text(gender);
    this.birthOn = text(birthOn);
    this.language = language == null || language.isEmpty() ? "ar" : language;
    this.phone = text(phone);
    this.email = text(email);
    this.identityKind = text(identityKind);
    this.identityNumber = text(identityNumber);
    this.identityIssuer = text(identityIssuer);
    this.roles = roles == null ? List.of() : List.copyOf(roles);
    this.source = source == null || source.isEmpty() ? "client" : source;
    this.confirmed = text(confirmed);
    this.branch = text(branch);
  }

  static ClientForm empty(String kind, String name) {
    return new ClientForm(kind, null, name, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  boolean isConfirmed() {
    return confirmed.equals("yes");
  }

  /**
   * Notes every mistake with its box; what is read where there is one is of no use.
   *
   * @param region of the charity: for phones, and for the issuer of identity numbers unless said otherwise
   * @param offered branches to choose from
   */
  NewClient read(String region, LocalDate today, List<Branch> offered, Mistakes mistakes) {
    var known = read("kind", mistakes, () -> Codes.of(ClientKind.values(), ClientKind::code, kind, "kind"), ClientKind.PERSON);
    var person = known == ClientKind.PERSON;
    read("name", mistakes, () -> Typed.name(name), "");
    var client = known == ClientKind.AGENCY
        ? NewClient.agency(
            read("bearing", mistakes, () -> Codes.of(AgencyBearing.values(), AgencyBearing::code, bearing, "bearing"), AgencyBearing.SUPPORTING),
            name, Edits.source(source))
        : NewClient.of(known, name, Edits.source(source));
    client = client
        .called(read("latinName", mistakes, () -> Typed.line(latinName, Typed.NAME), null), person ? read("title", mistakes, () -> Typed.line(title, Typed.NAME), null) : null)
        .writtenToIn(Language.of(language).orElse(Language.AR))
        .roles(roles(mistakes))
        .belongingTo(branch(offered, mistakes));
    if (person) {
      client = client.born(sex(mistakes), birthOn.isBlank() ? null : read("birthOn", mistakes, () -> Days.past(birthOn, today), null));
    }
    var number = phone.isBlank() ? null : read("phone", mistakes, () -> PhoneNumber.parse(phone, region), null);
    client = number == null ? client : client.phone(number);
    var address = email.isBlank() ? null : read("email", mistakes, () -> Emails.parse(email), null);
    client = address == null ? client : client.email(address);
    if (!identityNumber.isBlank()) {
      client = identity(client, region, mistakes);
    }
    return client;
  }

  /** Null for that of whoever adds the client. */
  private @Nullable UUID branch(List<Branch> offered, Mistakes mistakes) {
    var chosen = offered.stream().map(Branch::id).filter(id -> id.toString().equals(branch)).findFirst();
    if (chosen.isEmpty() && !branch.isEmpty()) {
      mistakes.add("branch", "constituents.branch.unknown");
    }
    return chosen.orElse(null);
  }

  private NewClient identity(NewClient client, String region, Mistakes mistakes) {
    var typed = new ContactEdits.Number(identityKind, identityIssuer, identityNumber, source);
    var identity = read("identityNumber", mistakes, () -> typed.read(region), null);
    return identity == null ? client : client.identity(identity);
  }

  private Client.@Nullable Gender sex(Mistakes mistakes) {
    return gender.isEmpty() ? null : read("gender", mistakes, () -> Codes.of(Client.Gender.values(), Client.Gender::code, gender, "gender"), null);
  }

  private Set<ClientRole> roles(Mistakes mistakes) {
    var known = EnumSet.noneOf(ClientRole.class);
    for (var role : roles) {
      read("roles", mistakes, () -> known.add(Codes.of(ClientRole.values(), ClientRole::code, role, "roles")), false);
    }
    return known;
  }

  private static <T extends @Nullable Object> T read(String box, Mistakes mistakes, Supplier<T> read, T otherwise) {
    try {
      return read.get();
    } catch (Unreadable unreadable) {
      mistakes.add(box, unreadable);
    } catch (Mistakes found) {
      found.all().forEach(mistake -> mistakes.add(box, mistake.key(), mistake.args().toArray()));
    }
    return otherwise;
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
