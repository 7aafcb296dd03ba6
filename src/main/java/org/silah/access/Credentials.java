package org.silah.access;

import java.text.Normalizer;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Names and passwords. A name that nobody has costs as long as a wrong password, so that names cannot be fished for. */
@Component
class Credentials {

  /** Nobody's password, hashed as dearly as everybody's. */
  private static final String NOBODY = "{bcrypt}$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";

  private final StaffMembers staff;
  private final PasswordEncoder passwords;

  Credentials(StaffMembers staff, PasswordEncoder passwords) {
    this.staff = staff;
    this.passwords = passwords;
  }

  /** Who it is, if name and password belong together and the person may come in. */
  Optional<Staff> prove(String username, String password) {
    var found = staff.named(username.strip()).filter(member -> !member.disabled());
    var hash = found.flatMap(member -> staff.passwordHash(member.id())).orElse(NOBODY);
    var right = passwords.matches(plain(password), hash);
    if (!right || found.isEmpty()) {
      return Optional.empty();
    }
    if (passwords.upgradeEncoding(hash)) {
      staff.rehash(found.get().id(), hash(password));
    }
    // as they are now: looking at the password took a while
    return staff.find(found.get().id()).filter(member -> !member.disabled() && member.epoch() == found.get().epoch());
  }

  String hash(String password) {
    return passwords.encode(plain(password));
  }

  /** The same letters from every keyboard. */
  private static String plain(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
