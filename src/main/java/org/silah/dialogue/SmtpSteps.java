package org.silah.dialogue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** SMTP that remembers how far it came and what it was told there, because what a failure means depends on it. */
final class SmtpSteps extends SMTPTransport {

  enum Step { SENDER, RECIPIENT, DATA, FINAL_DOT }

  private Step step = Step.SENDER;
  private boolean answered;
  private int code;
  private String reply = "";

  SmtpSteps(Session session) {
    super(session, null);
  }

  void begin() {
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
    super.sendCommand(command);
    if (command.equals(".")) {
      reach(Step.FINAL_DOT);
    }
  }

  /** Only the first answer counts: after a failure the library tidies up with RSET. */
  @Override
  protected int readServerResponse() throws MessagingException {
    boolean first = !answered;
    answered = true;
    int now = super.readServerResponse();
    if (first) {
      code = now;
      reply = getLastServerResponse();
    }
    return now;
  }

  private void reach(Step next) {
    step = next;
    answered = false;
    code = -1;
    reply = "";
  }
}
