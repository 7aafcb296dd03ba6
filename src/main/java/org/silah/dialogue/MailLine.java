package org.silah.dialogue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.silah.dialogue.mail.Plain;

/** One connection to a mail server, kept open from mail to mail. Belongs to one thread. */
final class MailLine implements AutoCloseable {

  private static final Duration CONNECTING = Duration.ofSeconds(10);
  /** RFC 5321 asks for patience, above all after the final dot: an answer that is not waited for is a mail nobody knows of. */
  private static final Duration ANSWERING = Duration.ofMinutes(3);
  private static final Duration WRITING = Duration.ofMinutes(1);
  /** A connection that lay still this long may have been closed at the other end. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final MailServer server;
  private final String greetingName;
  private @Nullable SmtpSteps steps;
  private @Nullable Session session;
  private long lastUsed;
  private int taken;

  /** @param greetingName how we call ourselves in EHLO */
  MailLine(MailServer server, String greetingName) {
    this.server = server;
    this.greetingName = greetingName;
  }

  MailServer server() {
    return server;
  }

  /** Whether it has carried a mail already: what breaks then may only be the server's limit on mails per connection. */
  boolean worn() {
    return taken > 0;
  }

  Duration idle() {
    return Duration.ofNanos(System.nanoTime() - lastUsed);
  }

  /** @throws MessagingException if no connection can be had; what it says is for people */
  void open() throws MessagingException {
    if (steps != null && (System.nanoTime() - lastUsed < FRESH.toNanos() || steps.isConnected())) {
      return;
    }
    close();
    session = Session.getInstance(properties());
    steps = new SmtpSteps(session);
    steps.connect(server.host(), server.port(), server.username(), server.password());
    lastUsed = System.nanoTime();
    taken = 0;
  }

  /** Hands one mail over. {@link #open} comes first. */
  Delivery deliver(Mail mail) {
    if (steps == null || session == null) {
      throw new IllegalStateException("not open");
    }
    InternetAddress to;
    try {
      to = new InternetAddress(mail.to(), true);
    } catch (AddressException notAnAddress) {
      return new Delivery.AddressRefused(Plain.line(String.valueOf(notAnAddress.getMessage())));
    }
    try {
      steps.begin(to);
      steps.sendMessage(new WrittenMail(session, mail), new InternetAddress[] {to});
      taken++;
      return new Delivery.Accepted(Plain.line(steps.reply()));
    } catch (AddressException badSender) {
      return new Delivery.MessageRefused(Plain.line(String.valueOf(badSender.getMessage())));
    } catch (MessagingException failure) {
      return judge(steps, failure);
    } finally {
      lastUsed = System.nanoTime();
    }
  }

  @Override
  public void close() {
    var open = steps;
    steps = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException alreadyGone) {
        // there is nothing left to close
      }
    }
  }

  private Delivery judge(SmtpSteps steps, MessagingException failure) {
    int code = steps.code();
    if (code < 400 || code == SmtpSteps.SHUTTING_DOWN) {
      close();
      var what = Plain.line(code < 400 ? failure.toString() : steps.reply());
      return code < 400 && steps.at() == SmtpSteps.Step.FINAL_DOT ? new Delivery.Unknown(what) : new Delivery.Broken(what);
    }
    return Replies.judge(steps.at(), code, Plain.line(steps.reply()));
  }

  private Properties properties() {
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", Long.toString(CONNECTING.toMillis()));
    properties.put("mail.smtp.timeout", Long.toString(ANSWERING.toMillis()));
    properties.put("mail.smtp.writetimeout", Long.toString(WRITING.toMillis()));
    properties.put("mail.smtp.localhost", greetingName);
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.auth", Boolean.toString(server.username() != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    switch (server.security()) {
      case NONE -> {}
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
    }
    return properties;
  }
}
