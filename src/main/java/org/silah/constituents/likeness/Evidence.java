package org.silah.constituents.likeness;

/** What speaks for or against two records being of one client. */
public enum Evidence {
  GIVEN, MIDDLE, FAMILY, ORDER, BIRTH, PHONE, EMAIL, IDENTITY, ADDRESS, GENDER;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
