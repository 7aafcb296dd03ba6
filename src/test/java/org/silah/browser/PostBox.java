package org.silah.browser;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.silah.dialogue.Sink;

/** The mail server that the charity sends over, and what lies in the boxes of its clients. */
final class PostBox implements AutoCloseable {

  private final Sink sink;

  PostBox() {
    try {
      sink = Sink.open(0, 100, Clock.systemUTC());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return sink.port();
  }

  /** Newest first. */
  List<Sink.Received> of(String address) {
    return sink.newest(100).stream().filter(mail -> mail.to().contains(address)).toList();
  }

  MimeMessage newest(String address) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(of(address).getFirst().content()));
  }

  /** As a mail program shows it. */
  static String html(MimeMessage mail) throws MessagingException, IOException {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
  }

  @Override
  public void close() {
    try {
      sink.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
