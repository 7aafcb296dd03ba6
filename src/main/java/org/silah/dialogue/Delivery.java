package org.silah.dialogue;

/** How the attempt to hand one mail to the server ended. */
sealed interface Delivery {

  /** What the server said, or what broke; at most 500 characters. */
  String reply();

  /** The server has it. */
  record Accepted(String reply) implements Delivery {}

  /** The recipient's address is refused for good. */
  record AddressRefused(String reply) implements Delivery {}

  /** This message is refused for good, whoever it goes to. */
  record MessageRefused(String reply) implements Delivery {}

  /** Not now: the server said so about this message, and goes on talking. */
  record Deferred(String reply) implements Delivery {}

  /** The connection or the server is in trouble; the message was not taken and is not to blame. */
  record Broken(String reply) implements Delivery {}

  /** The whole message was handed over and no answer came: nobody knows. */
  record Unknown(String reply) implements Delivery {}
}
