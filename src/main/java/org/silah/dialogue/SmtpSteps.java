package org.silah.dialogue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * SMTP that remembers how far it came and what it was told there, because what a failure means depends on it. To a server that
 * allows it (PIPELINING, RFC 2920) it says sender, recipient and the wish to send data in one breath: two waits a mail instead
 * of four.
 */
final class SmtpSteps extends SMTPTransport {

  enum Step { SENDER, RECIPIENT, DATA, FINAL_DOT }

  static final int SHUTTING_DOWN = 421;
  private static final int NO_ANSWER = -1;
  private static final int OK = 250;
  private static final int GO_ON = 354;

  /** What was said in one breath with the sender, as the library will want to say it. */
  private final Queue<String> saidAhead = new ArrayDeque<>();
  private @Nullable InternetAddress to;
  private Step step = Step.SENDER;
  private boolean answered;
  private int code;
  private String reply = "";

  SmtpSteps(Session session) {
    super(session, null);
  }

  /** A new mail comes, to this one recipient. */
  void begin(InternetAddress recipient) {
    to = recipient;
    saidAhead.clear();
    reach(Step.SENDER);
  }

  Step at() {
    return step;
  }

  /** The code of the server's answer to the step reached last; -1 if the connection broke instead. */
  int code() {
    return code;
  }

  String reply() {
    return reply;
  }

  @Override
  protected void mailFrom() throws MessagingException {
    reach(Step.SENDER);
    super.mailFrom();
  }

  @Override
  protected void rcptTo() throws MessagingException {
    reach(Step.RECIPIENT);
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    reach(Step.DATA);
    return super.data();
  }

  /** A dot that could not even be written never reached the server. */
  @Override
  protected void sendCommand(String command) throws MessagingException {
    if (saidAhead.isEmpty()) {
      super.sendCommand(command);
    } else if (!saidAhead.remove().equals(command)) {
      throw new MessagingException("something else was said ahead of " + command);
    }
    if (to != null && command.startsWith("MAIL FROM:") && supportsExtension("PIPELINING")) {
      sayAhead("RCPT TO:<" + to.getAddress() + ">");
      sayAhead("DATA");
    }
    if (command.equals(".")) {
      reach(Step.FINAL_DOT);
    }
  }

  /** Only the first answer counts: after a failure the library tidies up with RSET. */
  @Override
  protected int readServerResponse() throws MessagingException {
    boolean first = !answered;
    answered = true;
    int now = NO_ANSWER;
    try {
      now = super.readServerResponse();
    } finally {
      if (first) {
        code = now;
        reply = now == NO_ANSWER ? "" : getLastServerResponse();
      }
      if (!saidAhead.isEmpty() && !goesOn(now)) {
        hearOut(now);
      }
    }
    return now;
  }

  /** As the library sees it. */
  private boolean goesOn(int answer) {
    return step == Step.SENDER ? answer == OK : answer / 100 == 2;
  }

  private void sayAhead(String command) throws MessagingException {
    super.sendCommand(command);
    saidAhead.add(command);
  }

  /**
   * The server did not take one of the things said together: its answers to the rest come all the same. Where it is ready for
   * the text of a mail that it has no recipient for, it gets none. An answer that is neither yes nor no ends the connection,
   * before there is any text.
   */
  private void hearOut(int refusal) throws MessagingException {
    boolean talks = refusal >= 400 && refusal != SHUTTING_DOWN;
    for (var said = saidAhead.poll(); said != null; said = saidAhead.poll()) {
      if (talks && super.readServerResponse() == GO_ON && said.equals("DATA")) {
        super.sendCommand(".");
        super.readServerResponse();
      }
    }
  }

  private void reach(Step next) {
    step = next;
    answered = false;
    code = NO_ANSWER;
    reply = "";
  }
}
