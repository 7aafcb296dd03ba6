package org.silah.demonstration;

import java.util.List;
import java.util.Set;
import org.silah.access.Institution;
import org.silah.access.Institutions;
import org.silah.access.Role;
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

  void enter() {
    var hash = passwords.encode(PASSWORD); // one for all: it is no secret, and slow on purpose
    enter("salem", Role.DONOR_RELATIONS, hash);
    enter("maha", Role.REGISTRAR, hash);
    enter("noura", Role.CASE_WORKER, hash);
    enter("khalid", Role.DIRECTOR, hash);
    enter(ADMINISTRATOR, Role.ADMINISTRATOR, hash);
  }

  private void enter(String username, Role role, String hash) {
    staff.named(username).orElseGet(() -> staff.add(
        username, in(Language.AR, username), in(Language.EN, username), username + "@albirr.example", Set.of(role), hash, false));
  }

  private String in(Language language, String word) {
    return texts.in(language).get("demonstration." + word);
  }
}
