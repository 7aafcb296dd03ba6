package org.silah.dialogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One caller's talk with the {@link Sink}: RFC 5321, with pipelining (RFC 2920). */
final class SinkConversation {

  private static final int LONGEST_LINE = 4096;
  private static final int LARGEST_MAIL = 10 * 1024 * 1024;
  private static final int MOST_RECIPIENTS = 1000;

  private final Sink sink;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[32 * 1024];
  private int next;
  private int end;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private final StringBuilder answers = new StringBuilder();
  private @Nullable String from;
  private final List<String> to = new ArrayList<>();

  SinkConversation(Sink sink, InputStream in, OutputStream out) {
    this.sink = sink;
    this.in = in;
    this.out = out;
  }

  void hold() throws IOException {
    switch (sink.fault()) {
      case HANG_UP -> {
        return;
      }
      case SHUTTING_DOWN -> {
        say("421 4.3.2 shutting down");
        flush();
        return;
      }
      default -> say("220 sink.silah.invalid ESMTP");
    }
    while (true) {
      var command = readLine();
      if (command == null || !obey(command.strip())) {
        flush();
        return;
      }
    }
  }

  /** False when the talk is over. */
  private boolean obey(String command) throws IOException {
    var verb = command.length() < 4 ? command : command.substring(0, 4);
    switch (verb.toUpperCase(Locale.ROOT)) {
      case "EHLO" -> say("250-sink.silah.invalid\r\n250-PIPELINING\r\n250-SIZE " + LARGEST_MAIL + "\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES");
      case "HELO" -> say("250 sink.silah.invalid");
      case "MAIL" -> sender(command);
      case "RCPT" -> {
        return recipient(command);
      }
      case "DATA" -> {
        return data();
      }
      case "RSET" -> {
        forget();
        say("250 2.0.0 forgotten");
      }
      case "NOOP" -> say("250 2.0.0 ok");
      case "QUIT" -> {
        say("221 2.0.0 bye");
        return false;
      }
      default -> say("502 5.5.1 not understood");
    }
    return true;
  }

  private void sender(String command) {
    forget();
    if (sink.fault() == SinkFault.DEFER_SENDER) {
      say("451 4.3.0 try later");
      return;
    }
    from = address(command);
    say("250 2.1.0 ok");
  }

  private boolean recipient(String command) {
    if (from == null) {
      say("503 5.5.1 from whom?");
      return true;
    }
    var address = address(command);
    switch (sink.fault(address)) {
      case DEFER_RECIPIENT -> say("450 4.2.0 mailbox busy, try later");
      case REFUSE_RECIPIENT -> say("550 5.1.1 no such mailbox");
      case DENY_RELAYING -> say("550 5.7.1 relaying denied");
      case SHUT_DOWN_AT_RECIPIENT -> {
        say("421 4.3.2 shutting down");
        return false;
      }
      default -> {
        if (to.size() < MOST_RECIPIENTS) {
          to.add(address);
          say("250 2.1.5 ok");
        } else {
          say("452 4.5.3 too many recipients");
        }
      }
    }
    return true;
  }

  private boolean data() throws IOException {
    if (from == null || to.isEmpty()) {
      say("503 5.5.1 to whom?");
      return true;
    }
    var happens = sink.fault(to.getFirst());
    say("354 go on");
    if (happens == SinkFault.DROP_IN_DATA) {
      readLine();
      return false;
    }
    var content = readMail();
    if (content == null) {
      return false;
    }
    return answer(happens, content);
  }

  private boolean answer(SinkFault happens, byte[] content) throws IOException {
    if (content.length > LARGEST_MAIL) {
      say("552 5.3.4 too large");
    } else if (happens == SinkFault.REFUSE_MESSAGE) {
      say("554 5.6.0 not taken");
    } else {
      sink.take(from, to, content);
      if (happens == SinkFault.DROP_AFTER_DOT) {
        return false;
      }
      if (happens == SinkFault.TARPIT) {
        sink.keepSilent();
      }
      say("250 2.0.0 taken");
    }
    forget();
    return true;
  }

  private void forget() {
    from = null;
    to.clear();
  }

  private static String address(String command) {
    int open = command.indexOf('<');
    int close = command.indexOf('>', open + 1);
    return open < 0 || close < 0 ? "" : command.substring(open + 1, close);
  }

  /** Null when the caller hung up. What is beyond the limit is read and forgotten. */
  private byte[] readMail() throws IOException {
    var mail = new ByteArrayOutputStream(16 * 1024);
    while (true) {
      flushIfWaiting();
      line.reset();
      if (!fillLine(Integer.MAX_VALUE)) {
        return null;
      }
      var bytes = line.toByteArray();
      if (bytes.length == 3 && bytes[0] == '.' && bytes[1] == '\r') {
        return mail.toByteArray();
      }
      if (mail.size() <= LARGEST_MAIL) {
        int dot = bytes[0] == '.' ? 1 : 0;
        mail.write(bytes, dot, bytes.length - dot);
      }
    }
  }

  private String readLine() throws IOException {
    flushIfWaiting();
    line.reset();
    return fillLine(LONGEST_LINE) ? line.toString(StandardCharsets.UTF_8) : null;
  }

  /** Up to and with the line feed; false at the end of the talk. */
  private boolean fillLine(int longest) throws IOException {
    while (true) {
      for (int at = next; at < end; at++) {
        if (buffer[at] == '\n') {
          line.write(buffer, next, at + 1 - next);
          next = at + 1;
          return true;
        }
      }
      line.write(buffer, next, end - next);
      next = 0;
      end = line.size() > longest ? -1 : in.read(buffer);
      if (end < 0) {
        end = 0;
        return false;
      }
    }
  }

  private void say(String answer) {
    answers.append(answer).append("\r\n");
  }

  /** Answers go out together when the caller has nothing more to say. */
  private void flushIfWaiting() throws IOException {
    if (next >= end) {
      flush();
    }
  }

  private void flush() throws IOException {
    if (!answers.isEmpty()) {
      out.write(answers.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      answers.setLength(0);
    }
  }
}
