package org.silah.constituents;

import java.util.Locale;
import org.silah.kernel.Digits;
import org.silah.kernel.Unreadable;

/**
 * A number a client is known by elsewhere; no two clients share one.
 *
 * @param issuer ISO 3166 country of a state's number, the branch of a branch's file number
 */
public record Identity(IdentityKind kind, String issuer, String number) {

  private static final int LONGEST = 64;

  /**
   * @param typed the number as typed: digits of any script, with or without blanks
   * @throws Unreadable if it holds no letter or digit, or more than 64 characters
   */
  public static Identity parse(IdentityKind kind, String issuer, String typed) {
    return new Identity(kind, issuer, number(typed));
  }

  public static String number(String typed) {
    var number = Digits.toAscii(typed).replaceAll("[\\s\\p{Z}\\p{C}]+", "").toUpperCase(Locale.ROOT);
    if (number.chars().noneMatch(Character::isLetterOrDigit)) {
      throw new Unreadable("constituents.identity.unreadable");
    }
    if (number.length() > LONGEST) {
      throw new Unreadable("constituents.text.long", LONGEST);
    }
    return number;
  }
}
