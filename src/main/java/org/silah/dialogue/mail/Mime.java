package org.silah.dialogue.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * Packs a letter into the bytes of a mail: plain text and HTML. Written straight down, because building it from the library's
 * part objects costs more than all the rest of a delivery.
 */
public final class Mime {

  private static final String END = "\r\n";

  private Mime() {}

  public static byte[] pack(Letter letter, Envelope envelope) {
    var boundary = "=_silah_" + Integer.toHexString(envelope.messageId().hashCode());
    var out = new ByteArrayOutputStream(16 * 1024);
    ascii(out, headers(letter, envelope, boundary));
    part(out, boundary, "text/plain", letter.text().replace("\n", END));
    part(out, boundary, "text/html", letter.html());
    ascii(out, "--" + boundary + "--" + END);
    return out.toByteArray();
  }

  private static String headers(Letter letter, Envelope envelope, String boundary) {
    var head = new StringBuilder(1024);
    header(head, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(envelope.date()));
    header(head, "From", HeaderWords.mailbox(envelope.fromName(), envelope.from()));
    if (envelope.replyTo() != null) {
      header(head, "Reply-To", HeaderWords.mailbox(envelope.fromName(), envelope.replyTo()));
    }
    header(head, "To", HeaderWords.mailbox(envelope.toName(), envelope.to()));
    header(head, "Message-ID", envelope.messageId());
    header(head, "Subject", HeaderWords.text(letter.subject()));
    header(head, "MIME-Version", "1.0");
    header(head, "Content-Language", letter.language().code());
    // RFC 3834: no machine answers a machine; people's answers come through
    header(head, "Auto-Submitted", "auto-generated");
    if (letter.stopUrl() != null) {
      var mailbox = envelope.stopMailbox() == null ? "" : "<mailto:" + envelope.stopMailbox() + "?subject=unsubscribe>," + END + " ";
      header(head, "List-Unsubscribe", mailbox + "<" + letter.stopUrl() + ">");
      header(head, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    header(head, "Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
    return head.append(END).toString();
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append(END);
  }

  private static void part(ByteArrayOutputStream out, String boundary, String type, String text) {
    ascii(out, "--" + boundary + END
        + "Content-Type: " + type + "; charset=UTF-8" + END
        + "Content-Transfer-Encoding: base64" + END + END);
    out.writeBytes(Base64.getMimeEncoder().encode(text.getBytes(StandardCharsets.UTF_8)));
    ascii(out, END);
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
