package org.silah.demonstration;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;
import org.silah.access.Institution;
import org.silah.access.Institutions;
import org.silah.access.Role;
import org.silah.access.Sight;
import org.silah.access.StaffMembers;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The demonstration's charity and the people who work for it, one of each role, all with one password. */
@Component
class Cast {

  static final String ADMINISTRATOR = "admin";
  static final List<String> OTHERS = List.of("maha", "salem", "noura", "khalid");
  /** Told on the terminal at every start; the demonstration answers on this machine only. */
  static final String PASSWORD = "silah-demo-1448";

  private final Institutions institutions;
  private final StaffMembers staff;
  private final PasswordEncoder passwords;
  private final Texts texts;
  private @Nullable String hash;

  Cast(Institutions institutions, StaffMembers staff, PasswordEncoder passwords, Texts texts) {
    this.institutions = institutions;
    this.staff = staff;
    this.passwords = passwords;
    this.texts = texts;
  }

  void furnish() {
    var plain = institutions.charity();
    institutions.change(new Institution(
        in(Language.AR, "charity"), in(Language.EN, "charity"), "1234", plain.currency(), plain.region(), plain.timeZone(), plain.publicUrl(),
        "shukran@albirr.example", "contact@albirr.example"));
  }

  /** Nobody but the case worker is limited: to the first branch, her own, and the one beside it. */
  void narrow(Branch neighbour) {
    staff.named("noura").ifPresent(noura -> staff.see(noura.id(), Sight.of(Branch.FIRST, neighbour.id())));
  }

  /** The administrator last of all, when the charity is complete: a start that was cut short is begun again. */
  void open() {
    enter(ADMINISTRATOR, Role.ADMINISTRATOR);
  }

  boolean hasOpened() {
    return staff.named(ADMINISTRATOR).isPresent();
  }

  void enter() {
    enter("salem", Role.DONOR_RELATIONS);
    enter("maha", Role.REGISTRAR);
    enter("noura", Role.CASE_WORKER);
    enter("khalid", Role.DIRECTOR);
  }

  private void enter(String username, Role role) {
    staff.named(username).orElseGet(() -> staff.add(
        username, in(Language.AR, username), in(Language.EN, username), username + "@albirr.example", Set.of(role), hash(), false));
  }

  /** One for all: the password is no secret, and hashing is slow on purpose. */
  private String hash() {
    var known = hash == null ? passwords.encode(PASSWORD) : hash;
    hash = known;
    return known;
  }

  private String in(Language language, String word) {
    return texts.in(language).get("demonstration." + word);
  }
}
