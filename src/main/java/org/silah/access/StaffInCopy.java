package org.silah.access;

import java.util.List;
import java.util.Map;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** The charity, its branches, its staff without their passwords, and what was done. Whoever takes a copy away cannot sign in with it anywhere. */
@Component
class StaffInCopy implements Copied {

  /** As dear to look at as any, and no password is known that has it: all of it is nought. */
  private static final String NOBODYS = "{bcrypt}$2a$12$" + ".".repeat(53);

  private final StaffMembers staff;

  StaffInCopy(StaffMembers staff) {
    this.staff = staff;
  }

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("access.institution", """
            only_one, name_ar, name_en, licence_number, currency, region, time_zone, public_url, mail_from, mail_reply_to""").inPlaceOfOurs(),
        CopiedTable.of("access.branch", "id, code, name_ar, name_en, created_at, closed_at").inPlaceOfOurs(),
        CopiedTable.of("access.staff", "id, username, name_ar, name_en, email, language, disabled_at, created_at, home_branch_id, sees")
            .without("password_hash", "'" + NOBODYS + "'").without("must_change_password", "true").without("epoch", "0"),
        CopiedTable.of("access.staff_role", "staff_id, role"),
        CopiedTable.of("access.role_right", "role, sensitive").inPlaceOfOurs(),
        CopiedTable.of("access.audit_entry", "seq, at, actor_kind, actor, action, subject_kind, subject, detail, hash"),
        CopiedTable.of("access.audit_head", "only_one, seq, hash").inPlaceOfOurs());
  }

  @Override
  public Map<String, String> leftOut() {
    return Map.of(
        "access.failed_sign_in", "tries at a door that is not copied",
        "access.api_key", "a secret",
        "access.idempotency_key", "answers to programs, kept for two days",
        "access.spring_session", "a secret",
        "access.spring_session_attributes", "a secret");
  }

  /** Also a server that is starting and would add its first administrator. */
  @Override
  public void holdOff() {
    staff.lock();
  }
}
