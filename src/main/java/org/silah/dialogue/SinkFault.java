package org.silah.dialogue;

/** What can go wrong with a mail server. */
public enum SinkFault {
  /** Takes everything. */
  NONE,
  /** Hangs up as soon as somebody calls. */
  HANG_UP,
  /** 421 instead of a greeting. */
  SHUTTING_DOWN,
  /** 451 at MAIL. */
  DEFER_SENDER,
  /** 450 at RCPT. */
  DEFER_RECIPIENT,
  /** 421 at RCPT, and hangs up. */
  SHUT_DOWN_AT_RECIPIENT,
  /** 550 at RCPT. */
  REFUSE_RECIPIENT,
  /** 550 5.7.1 at RCPT: the server's policy, not the address. */
  DENY_RELAYING,
  /** 554 after the final dot. */
  REFUSE_MESSAGE,
  /** Hangs up in the middle of the text. */
  DROP_IN_DATA,
  /** Takes the mail and hangs up before it says so. */
  DROP_AFTER_DOT,
  /** Takes the mail and says nothing until {@link Sink#answer()}. */
  TARPIT
}
