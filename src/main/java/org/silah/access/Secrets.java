package org.silah.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Words that nobody can guess. */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  /** Without letters and digits that look alike, so that it can be read out. */
  private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private Secrets() {}

  /** 256 bits, fit for an address or a header. */
  static String key() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Four groups of five, 99 bits: to be typed once and then changed. */
  static String oneTimePassword() {
    var password = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
    }
    return password.toString();
  }
}
