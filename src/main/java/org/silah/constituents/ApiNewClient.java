package org.silah.constituents;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Emails;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Unreadable;
import org.silah.web.Language;
import org.silah.web.Mistakes;

/**
 * A client that another program adds.
 *
 * @param phones in any form that can be dialled in the charity's country, best with the country code
 * @param branch code of the branch that the client belongs to; that of the key if it is not said
 * @param custom by the codes of the charity's own fields
 * @param identities numbers that no other client has
 */
record ApiNewClient(
    @NotNull ClientKind kind, @Nullable AgencyBearing agencyBearing, @NotBlank @Size(max = 500) String name,
    @Nullable @Size(max = 500) String latinName, @Nullable @Size(max = 500) String title, Client.@Nullable Gender gender,
    @Nullable LocalDate birthOn, @Nullable @Pattern(regexp = "ar|en") @Schema(allowableValues = {"ar", "en"}) String language, @Nullable @Size(max = 20) List<@NotBlank @Size(max = 60) String> phones,
    @Nullable @Size(max = 20) List<@NotBlank @Size(max = 320) String> emails, @Nullable @Size(max = 20) List<@Valid @NotNull Number> identities,
    @Nullable @Size(max = 7) List<@NotNull ClientRole> roles,
    @Nullable @Size(max = 40) String branch, @Nullable Map<String, @Nullable Object> custom) {

  Map<String, @Nullable Object> more() {
    return custom == null ? Map.of() : custom;
  }

  /** @param issuer country or branch; the charity's country if it is not said */
  record Number(@NotNull IdentityKind kind, @Nullable @Size(max = 200) String issuer, @NotBlank @Size(max = 100) String number) {

    Identity read(String country) {
      if (issuer == null && kind == IdentityKind.BRANCH_FILE) {
        throw new Unreadable("constituents.identity.branch-missing");
      }
      return Identity.parse(kind, issuer == null ? country : Typed.text(issuer, 200), number);
    }
  }

  /** @throws Mistakes for what cannot be read */
  NewClient read(String region, LocalDate today) {
    var mistakes = new Mistakes();
    if ((kind == ClientKind.AGENCY) != (agencyBearing != null)) {
      mistakes.add("agency_bearing", kind == ClientKind.AGENCY ? "web.invalid.required" : "constituents.bearing.only-agencies");
    }
    if (birthOn != null) {
      read("birth_on", mistakes, () -> Days.past(birthOn, today));
    }
    read("name", mistakes, () -> Typed.name(name));
    var client = new NewClient(kind, agencyBearing, name, latinName, title, gender, birthOn, Language.of(String.valueOf(language)).orElse(Language.AR), List.of(), List.of(),
        List.of(), roles == null || roles.isEmpty() ? EnumSet.noneOf(ClientRole.class) : EnumSet.copyOf(roles), ApiClient.SOURCE, null);
    for (int i = 0; phones != null && i < phones.size(); i++) {
      var typed = phones.get(i);
      var phone = read("phones[" + i + "]", mistakes, () -> PhoneNumber.parse(typed, region));
      client = phone == null ? client : client.phone(phone);
    }
    for (int i = 0; emails != null && i < emails.size(); i++) {
      var typed = emails.get(i);
      var email = read("emails[" + i + "]", mistakes, () -> Emails.parse(typed));
      client = email == null ? client : client.email(email);
    }
    for (int i = 0; identities != null && i < identities.size(); i++) {
      var typed = identities.get(i);
      var identity = read("identities[" + i + "]", mistakes, () -> typed.read(region));
      client = identity == null ? client : client.identity(identity);
    }
    mistakes.raise();
    return client;
  }

  private static <T> @Nullable T read(String field, Mistakes mistakes, Supplier<T> read) {
    try {
      return read.get();
    } catch (Unreadable unreadable) {
      mistakes.add(field, unreadable);
      return null;
    }
  }
}
