package org.silah.giving;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.access.Scope;
import org.silah.access.Scopes;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.kernel.Emails;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Unreadable;
import org.silah.web.Language;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Component;

/** Tells who gave from what a program sent: one of three ways, and exactly one. */
@Component
class ApiGivers {

  private static final String SOURCE = "api";

  private final Constituents constituents;
  private final ClientNumbers numbers;
  private final Institutions institutions;
  private final Scopes scopes;

  ApiGivers(Constituents constituents, ClientNumbers numbers, Institutions institutions, Scopes scopes) {
    this.constituents = constituents;
    this.numbers = numbers;
    this.institutions = institutions;
    this.scopes = scopes;
  }

  /** @param kind person, family, organisation or other; a person when it is not told */
  @Schema(description = "Needs the scope clients:write as well.")
  record NewGiver(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 500) @Nullable String name, @Schema(maxLength = 500) @Nullable String latinName,
      @Schema(allowableValues = {"person", "family", "organisation", "other"}) @Nullable String kind, @Nullable String phone, @Nullable String email,
      @Schema(allowableValues = {"ar", "en"}) @Nullable String language) {}

  Optional<Giver> find(GiftApi.ReceivedGift received, Mistakes mistakes) {
    long told = Stream.of(received.clientId(), received.fileNumber(), received.client()).filter(way -> way != null).count();
    if (told != 1) {
      mistakes.add("client_id", "giving.giver.one-way");
      return Optional.empty();
    }
    return received.client() != null ? fresh(received.client(), mistakes) : known(received, mistakes);
  }

  private Optional<Giver> known(GiftApi.ReceivedGift received, Mistakes mistakes) {
    var party = received.clientId() != null ? Optional.of(new PartyId(received.clientId())) : numbers.find(received.fileNumber());
    var found = party.map(constituents::hold).filter(id -> constituents.find(id).isPresent());
    if (found.isEmpty()) {
      mistakes.add(received.clientId() != null ? "client_id" : "file_number", "giving.unknown-giver");
    }
    return found.map(Giver.Known::new);
  }

  private Optional<Giver> fresh(NewGiver giver, Mistakes mistakes) {
    scopes.demand(Scope.CLIENTS_WRITE);
    if (giver.name() == null || giver.name().isBlank()) {
      mistakes.add("client.name", "giving.giver.name-missing");
    }
    var kind = Fields.read(mistakes, "client.kind", () -> kind(giver.kind()));
    var phone = Fields.read(mistakes, "client.phone",
        () -> giver.phone() == null ? null : PhoneNumber.parse(giver.phone(), institutions.charity().region()));
    var email = Fields.read(mistakes, "client.email", () -> giver.email() == null ? null : Emails.parse(giver.email()));
    var language = Fields.read(mistakes, "client.language", () -> language(giver.language()));
    if (!mistakes.none() || giver.name() == null || kind == null || language == null) {
      return Optional.empty();
    }
    var client = NewClient.of(kind, giver.name(), SOURCE).called(giver.latinName(), null).writtenToIn(language);
    client = phone == null ? client : client.phone(phone);
    return Optional.of(new Giver.Fresh(email == null ? client : client.email(email)));
  }

  /** An agency needs more than fits here: whether it supports or supervises. */
  private static ClientKind kind(@Nullable String code) {
    return switch (code) {
      case null -> ClientKind.PERSON;
      case "person", "family", "organisation", "other" -> ClientKind.of(code);
      default -> throw new Unreadable("web.invalid.value");
    };
  }

  private static Language language(@Nullable String code) {
    return code == null ? Language.AR : Language.of(code).orElseThrow(() -> new Unreadable("web.invalid.value"));
  }
}
