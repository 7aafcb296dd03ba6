package org.silah.dialogue.mail;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.silah.web.Language;

/**
 * Packs a letter into the bytes of a mail: plain text and HTML. Written by hand from the library's parts, because building it
 * from part objects costs more than all the rest of a delivery.
 */
public final class Mime {

  private static final String END = "\r\n";
  private static final int LONGEST_NAME = 120;

  private Mime() {}

  public static byte[] pack(Letter letter, Envelope envelope) {
    var boundary = "=_" + Integer.toHexString(envelope.messageId().hashCode()) + "_silah";
    var out = new ByteArrayOutputStream(16 * 1024);
    ascii(out, headers(letter, envelope, boundary));
    part(out, boundary, "text/plain", letter.language(), letter.text().replace("\n", END));
    part(out, boundary, "text/html", letter.language(), letter.html());
    ascii(out, "--" + boundary + "--" + END);
    return out.toByteArray();
  }

  private static String headers(Letter letter, Envelope envelope, String boundary) {
    var head = new StringBuilder(1024);
    header(head, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(envelope.date()));
    header(head, "From", mailbox(envelope.from(), envelope.fromName()));
    if (envelope.replyTo() != null) {
      header(head, "Reply-To", mailbox(envelope.replyTo(), envelope.fromName()));
    }
    header(head, "To", mailbox(envelope.to(), envelope.toName()));
    header(head, "Message-ID", envelope.messageId());
    header(head, "Subject", words("Subject", letter.subject()));
    header(head, "MIME-Version", "1.0");
    header(head, "Content-Language", letter.language().code());
    // RFC 3834: no machine answers a machine; people's answers come through
    header(head, "Auto-Submitted", "auto-generated");
    if (letter.stopUrl() != null) {
      header(head, "List-Unsubscribe", (envelope.stopMailbox() == null ? "" : "<mailto:" + envelope.stopMailbox() + "?subject=unsubscribe>," + END + " ")
          + "<" + letter.stopUrl() + ">");
      header(head, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    header(head, "Content-Type", "multipart/alternative; boundary=\"" + boundary + "\"");
    return head.append(END).toString();
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append(END);
  }

  private static String mailbox(String address, String name) {
    try {
      var short_ = name.length() > LONGEST_NAME ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 2)) : name;
      return MimeUtility.fold(10, new InternetAddress(address, Plain.line(short_), "UTF-8").toString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String words(String header, String text) {
    try {
      return MimeUtility.fold(header.length() + 2, MimeUtility.encodeText(text, "UTF-8", "B"));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void part(ByteArrayOutputStream out, String boundary, String type, Language language, String text) {
    boolean mostlyLatin = language == Language.EN;
    ascii(out, "--" + boundary + END
        + "Content-Type: " + type + "; charset=UTF-8" + END
        + "Content-Transfer-Encoding: " + (mostlyLatin ? "quoted-printable" : "base64") + END + END);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (mostlyLatin) {
      quote(out, bytes);
    } else {
      out.writeBytes(Base64.getMimeEncoder().encode(bytes));
    }
    ascii(out, END);
  }

  private static void quote(ByteArrayOutputStream out, byte[] bytes) {
    try {
      var quoted = MimeUtility.encode(out, "quoted-printable");
      quoted.write(bytes);
      quoted.flush();
    } catch (IOException | jakarta.mail.MessagingException e) {
      throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
    }
  }

  private static void ascii(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
