package org.silah.dialogue.mail;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who writes to whom.
 *
 * @param from address of the charity
 * @param fromName how the charity is called in the letter's language
 * @param stopMailbox address that takes requests to stop, null for none
 */
public record Envelope(
    String from, String fromName, @Nullable String replyTo, String to, String toName, String messageId, ZonedDateTime date,
    @Nullable String stopMailbox) {}
