package org.silah.access;

import java.util.Locale;

/** What a staff member is for the charity; {@code access/routes.csv} says what each may open. */
public enum Role {
  ADMINISTRATOR, REGISTRAR, DONOR_RELATIONS, CASE_WORKER, DIRECTOR;

  /** The word the database, the route table and the message keys use. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
