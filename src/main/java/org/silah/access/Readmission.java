package org.silah.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the administrators in again where everybody's password stayed behind. */
@Component
public class Readmission {

  private final StaffMembers staff;
  private final Credentials credentials;
  private final Audit audit;

  Readmission(StaffMembers staff, Credentials credentials, Audit audit) {
    this.staff = staff;
    this.credentials = credentials;
    this.audit = audit;
  }

  /** One-time passwords by user name. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, String> administrators() {
    var passwords = new LinkedHashMap<String, String>();
    for (var member : staff.all()) {
      if (!member.disabled() && member.roles().contains(Role.ADMINISTRATOR)) {
        var once = Secrets.oneTimePassword();
        staff.setPassword(member.id(), credentials.hash(once), true);
        audit.record("staff.reset-password", "staff", member.id(), Map.of());
        passwords.put(member.username(), once);
      }
    }
    return passwords;
  }
}
