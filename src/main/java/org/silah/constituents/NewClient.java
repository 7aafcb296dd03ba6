package org.silah.constituents;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PhoneNumber;
import org.silah.web.Language;

/**
 * A client to be added. Begin with {@link #person} or {@link #of} and say the rest, which is all optional.
 *
 * @param displayName as typed; cleaned when it is stored
 * @param emails each read by {@code Emails.parse}
 * @param branch to which the client belongs; null for that of whoever adds them
 * @param source where we know all this from: a code such as {@code staff}, or a few words
 */
public record NewClient(
    ClientKind kind, @Nullable AgencyBearing bearing, String displayName, @Nullable String latinName, @Nullable String title,
    Client.@Nullable Gender gender, @Nullable LocalDate birthOn, Language language, List<PhoneNumber> phones, List<String> emails,
    List<Identity> identities, Set<ClientRole> roles, String source, @Nullable UUID branch) {

  public static NewClient person(String displayName, String source) {
    return of(ClientKind.PERSON, displayName, source);
  }

  public static NewClient of(ClientKind kind, String displayName, String source) {
    return new NewClient(kind, null, displayName, null, null, null, null, Language.AR, List.of(), List.of(), List.of(), Set.of(), source, null);
  }

  public static NewClient agency(AgencyBearing bearing, String displayName, String source) {
    return new NewClient(
        ClientKind.AGENCY, bearing, displayName, null, null, null, null, Language.AR, List.of(), List.of(), List.of(), Set.of(), source, null);
  }

  /** The second name, in the other letters, and the form of address; null for what is not known. */
  public NewClient called(@Nullable String latinName, @Nullable String title) {
    return new NewClient(kind, bearing, displayName, latinName, title, gender, birthOn, language, phones, emails, identities, roles, source, branch);
  }

  public NewClient born(Client.@Nullable Gender gender, @Nullable LocalDate birthOn) {
    return new NewClient(kind, bearing, displayName, latinName, title, gender, birthOn, language, phones, emails, identities, roles, source, branch);
  }

  public NewClient writtenToIn(Language language) {
    return new NewClient(kind, bearing, displayName, latinName, title, gender, birthOn, language, phones, emails, identities, roles, source, branch);
  }

  public NewClient belongingTo(@Nullable UUID branch) {
    return new NewClient(kind, bearing, displayName, latinName, title, gender, birthOn, language, phones, emails, identities, roles, source, branch);
  }

  public NewClient phone(PhoneNumber phone) {
    return new NewClient(
        kind, bearing, displayName, latinName, title, gender, birthOn, language, with(phones, phone), emails, identities, roles, source, branch);
  }

  public NewClient email(String address) {
    return new NewClient(
        kind, bearing, displayName, latinName, title, gender, birthOn, language, phones, with(emails, address), identities, roles, source, branch);
  }

  public NewClient identity(Identity identity) {
    return new NewClient(
        kind, bearing, displayName, latinName, title, gender, birthOn, language, phones, emails, with(identities, identity), roles, source, branch);
  }

  public NewClient roles(Set<ClientRole> roles) {
    return new NewClient(kind, bearing, displayName, latinName, title, gender, birthOn, language, phones, emails, identities, roles, source, branch);
  }

  private static <T> List<T> with(List<T> some, T another) {
    return Stream.concat(some.stream(), Stream.of(another)).toList();
  }
}
