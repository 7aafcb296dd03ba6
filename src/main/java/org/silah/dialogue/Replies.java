package org.silah.dialogue;

import java.util.regex.Pattern;

/** What a server's refusal says about: the address, this message, or the server itself. */
final class Replies {

  /** RFC 3463: class, subject, detail. */
  private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -](\\d)\\.(\\d{1,3})\\.(\\d{1,3})\\b");
  private static final int AUTHENTICATION_REQUIRED = 530;
  private static final int AUTHENTICATION_FAILED = 535;
  private static final int STORAGE_EXCEEDED = 552;

  private Replies() {}

  /** @param code at least 400 */
  static Delivery judge(SmtpSteps.Step at, int code, String reply) {
    if (code < 500 || code == AUTHENTICATION_REQUIRED || code == AUTHENTICATION_FAILED) {
      return new Delivery.Deferred(reply);
    }
    if (at != SmtpSteps.Step.RECIPIENT) {
      return new Delivery.MessageRefused(reply);
    }
    return code == STORAGE_EXCEEDED || isNotAboutTheAddress(reply) ? new Delivery.Deferred(reply) : new Delivery.AddressRefused(reply);
  }

  /** A full mailbox, a system in trouble, or a policy such as "relaying denied": the address itself may be good. */
  private static boolean isNotAboutTheAddress(String reply) {
    var enhanced = ENHANCED.matcher(reply);
    if (!enhanced.find()) {
      return false;
    }
    var subject = enhanced.group(2);
    return subject.equals("3") || subject.equals("4") || subject.equals("7") || subject.equals("2") && !enhanced.group(3).equals("1");
  }
}
