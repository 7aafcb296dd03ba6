package org.silah.dialogue;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.silah.dialogue.mail.Block;

/**
 * A mail of the demonstration's mailbox, opened.
 *
 * @param stopUrl path of the link that unsubscribes, on this very program; null if the mail has none
 */
record ReceivedMail(long number, Instant at, String from, String to, String subject, String text, String html, List<String> headers, @Nullable String stopUrl) {

  static ReceivedMail of(Sink.Received received) throws MessagingException, IOException {
    var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(received.content()));
    var text = part(mail, "text/plain");
    var html = part(mail, "text/html");
    return new ReceivedMail(received.number(), received.at(), name(mail.getFrom()), name(mail.getRecipients(MimeMessage.RecipientType.TO)),
        mail.getSubject() == null ? "" : mail.getSubject(), text, html.isEmpty() ? "<pre>" + Block.html(text) + "</pre>" : html, headers(mail), stop(mail));
  }

  private static String name(jakarta.mail.Address @Nullable [] addresses) {
    if (addresses == null || addresses.length == 0) {
      return "";
    }
    var first = (InternetAddress) addresses[0];
    return first.getPersonal() == null ? first.getAddress() : first.getPersonal() + " <" + first.getAddress() + ">";
  }

  private static String part(MimeMessage mail, String type) throws MessagingException, IOException {
    if (mail.getContent() instanceof Multipart parts) {
      for (int at = 0; at < parts.getCount(); at++) {
        if (parts.getBodyPart(at).isMimeType(type)) {
          return (String) parts.getBodyPart(at).getContent();
        }
      }
      return "";
    }
    return mail.isMimeType(type) ? String.valueOf(mail.getContent()) : "";
  }

  private static List<String> headers(MimeMessage mail) throws MessagingException, IOException {
    var headers = new java.util.ArrayList<String>();
    for (Header header : Collections.list(mail.getAllHeaders())) {
      headers.add(header.getName() + ": " + MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
    }
    return headers;
  }

  private static @Nullable String stop(MimeMessage mail) throws MessagingException {
    var header = mail.getHeader("List-Unsubscribe", ",");
    int at = header == null ? -1 : header.indexOf("/unsubscribe/");
    return at < 0 ? null : header.substring(at, header.indexOf('>', at));
  }
}
