package org.silah.bench;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Properties;
import org.silah.dialogue.PromptSockets;
import org.silah.dialogue.Sink;

/** SMTP as the mail library speaks it, with nothing around it, over the sockets that Silah uses too. */
final class LibraryLine implements Line {

  private final Session session;
  private final Transport transport;

  LibraryLine(int port) throws Exception {
    var properties = new Properties();
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    session = Session.getInstance(properties);
    transport = session.getTransport("smtp");
    transport.connect("127.0.0.1", port, null, null);
  }

  @Override
  public void hand(Sink.Received mail) throws Exception {
    var message = new MimeMessage(session, new ByteArrayInputStream(mail.content()));
    transport.sendMessage(message, new InternetAddress[] {new InternetAddress(mail.to().getFirst())});
  }

  @Override
  public void close() throws Exception {
    transport.close();
  }
}
