package org.silah.kernel;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as people type them. */
public final class Emails {

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*+");
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)++(?=.*[a-z])" + LABEL);

  private Emails() {}

  /**
   * The address as it is written to: the domain in lower case, a domain in Arabic or other letters as DNS has it (xn--).
   * Taken out of {@code mailto:} and of angle brackets, with or without a name before them. Quoted local parts, comments
   * and addresses at a bare number or a domain without a dot are not for a register of people and are refused.
   *
   * @throws Unreadable if this is not one such address
   */
  public static String parse(String text) {
    if (text.length() > 2 * LONGEST) {
      throw new Unreadable("kernel.email.long");
    }
    if (text.chars().anyMatch(c -> Character.getType(c) == Character.CONTROL && c != '\t')) {
      throw new Unreadable("kernel.email.control");
    }
    var address = bare(Typed.plain(text));
    int at = address.lastIndexOf('@');
    if (address.isEmpty()) {
      throw new Unreadable("kernel.email.empty");
    }
    if (at < 0) {
      throw new Unreadable("kernel.email.at");
    }
    return checked(address.substring(0, at), domain(address.substring(at + 1)));
  }

  private static String checked(String local, String domain) {
    if (local.length() > LONGEST_LOCAL || local.length() + 1 + domain.length() > LONGEST) {
      throw new Unreadable("kernel.email.long");
    }
    if (!LOCAL.matcher(local).matches()) {
      throw new Unreadable("kernel.email.local");
    }
    if (!DOMAIN.matcher(domain).matches()) {
      throw new Unreadable("kernel.email.domain");
    }
    return local + "@" + domain;
  }

  private static String bare(String text) {
    int open = text.indexOf('<');
    var address = open >= 0 && open == text.lastIndexOf('<') && text.indexOf('>') == text.length() - 1
        ? text.substring(open + 1, text.length() - 1).strip() : text;
    if (!address.regionMatches(true, 0, "mailto:", 0, 7)) {
      return address;
    }
    int query = address.indexOf('?');
    return address.substring(7, query < 0 ? address.length() : query).strip();
  }

  private static String domain(String typed) {
    if (typed.chars().allMatch(c -> c < 128)) {
      return typed.toLowerCase(Locale.ROOT);
    }
    var info = new IDNA.Info();
    var ascii = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.USE_STD3_RULES)
        .nameToASCII(typed, new StringBuilder(), info);
    if (info.hasErrors()) {
      throw new Unreadable("kernel.email.domain");
    }
    return ascii.toString();
  }
}
