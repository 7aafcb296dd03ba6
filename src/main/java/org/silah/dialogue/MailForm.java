package org.silah.dialogue;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Digits;
import org.silah.kernel.Emails;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;

/** The settings of mail as typed. The password comes only to be changed: it is never shown. */
record MailForm(
    @Nullable String host, @Nullable String port, @Nullable String security, @Nullable String username, @Nullable String password,
    @Nullable String mailbox, @Nullable String uncertain) {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9a-fA-F:.]{2,45}]");
  private static final int HIGHEST_PORT = 65_535;

  static MailForm of(MailSetting setting) {
    var server = setting.server();
    var mailbox = setting.unsubscribeMailbox() == null ? "" : setting.unsubscribeMailbox();
    return server == null
        ? new MailForm("", "587", MailServer.Security.STARTTLS.code(), "", "", mailbox, setting.whenUncertain().code())
        : new MailForm(server.host(), String.valueOf(server.port()), server.security().code(), server.username() == null ? "" : server.username(), "",
            mailbox, setting.whenUncertain().code());
  }

  /** Null if there are mistakes. An empty host means no server. */
  @Nullable MailSetting read(MailSetting before, Mistakes mistakes) {
    var server = typed(host).isEmpty() ? null : server(before.server(), mistakes);
    var stop = mailbox(mistakes);
    return mistakes.none() ? new MailSetting(server, stop, whenUncertain()) : null;
  }

  private MailSetting.WhenUncertain whenUncertain() {
    return "resend".equals(uncertain) ? MailSetting.WhenUncertain.RESEND : MailSetting.WhenUncertain.HOLD;
  }

  private MailServer server(@Nullable MailServer before, Mistakes mistakes) {
    if (!HOST.matcher(typed(host)).matches()) {
      mistakes.add("host", "dialogue.smtp.no-host");
    }
    var digits = Digits.toAscii(typed(port));
    int number = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
    if (number < 1 || number > HIGHEST_PORT) {
      mistakes.add("port", "dialogue.smtp.no-port");
    }
    var user = typed(username).isEmpty() ? null : typed(username);
    return new MailServer(typed(host), number, chosen(), user, user == null ? null : password(before));
  }

  /** What was typed, or else what was kept for the same server: to another one an old password is not sent. */
  private @Nullable String password(@Nullable MailServer before) {
    if (password != null && !password.isEmpty()) {
      return password;
    }
    return before != null && before.host().equalsIgnoreCase(typed(host)) ? before.password() : null;
  }

  private MailServer.Security chosen() {
    return switch (typed(security)) {
      case "none" -> MailServer.Security.NONE;
      case "tls" -> MailServer.Security.TLS;
      default -> MailServer.Security.STARTTLS;
    };
  }

  private @Nullable String mailbox(Mistakes mistakes) {
    try {
      return typed(mailbox).isEmpty() ? null : Emails.parse(typed(mailbox));
    } catch (Unreadable unreadable) {
      mistakes.add("mailbox", unreadable);
      return null;
    }
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
