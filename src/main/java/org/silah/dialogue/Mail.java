package org.silah.dialogue;

/**
 * A mail ready to leave.
 *
 * @param from envelope sender, an address alone
 * @param to envelope recipient, an address alone
 * @param text what it says, without the frame around it, as the outbox keeps it
 * @param bytes the whole of it, headers and body, lines ended by CR LF
 */
record Mail(MessageId id, String from, String to, String messageId, String subject, String text, byte[] bytes) {}
