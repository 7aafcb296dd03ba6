package org.silah.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as people type them. */
public final class Emails {

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private Emails() {}

  /**
   * The address as it is written to: the domain in lower case.
   *
   * @throws Unreadable if this is not one address
   */
  public static String parse(String text) {
    var address = Digits.toAscii(text).strip();
    if (!ADDRESS.matcher(address).matches()) {
      throw new Unreadable("kernel.email.unreadable");
    }
    int at = address.lastIndexOf('@');
    return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
  }
}
