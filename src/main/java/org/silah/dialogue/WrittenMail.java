package org.silah.dialogue;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A mail whose bytes stand already; the transport only passes them on. */
final class WrittenMail extends MimeMessage {

  private final Mail mail;

  WrittenMail(Session session, Mail mail) {
    super(session);
    this.mail = mail;
  }

  @Override
  public Address[] getFrom() throws AddressException {
    return new Address[] {new InternetAddress(mail.from(), true)};
  }

  @Override
  public void writeTo(OutputStream out, String[] ignored) throws IOException {
    out.write(mail.bytes());
    out.flush();
  }
}
