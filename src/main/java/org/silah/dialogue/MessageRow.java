package org.silah.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.web.Language;

/**
 * A message as the outbox's pages show it.
 *
 * @param reason why it is held, waits, failed or was cancelled: last part of {@code dialogue.reason.…}
 * @param reply what the mail server said last
 * @param basis what made it lawful when it left
 */
record MessageRow(
    MessageId id, PartyId party, String client, String topic, String kind, Language language, MessageState state, @Nullable String reason,
    @Nullable String address, @Nullable String subject, @Nullable String body, @Nullable String reply, @Nullable String basis, int attempts,
    @Nullable String releasedBy, @Nullable String reference, Instant notBefore, Instant createdAt, @Nullable Instant sendingAt,
    @Nullable Instant sentAt) {

  /** The moment that matters most of it. */
  Instant moment() {
    return sentAt != null ? sentAt : state == MessageState.QUEUED && notBefore.isAfter(createdAt) ? notBefore : createdAt;
  }

  /** Whether a person may send it in spite of the rule that holds it back. */
  boolean mayBeReleased() {
    return state == MessageState.HELD && reason != null && Obstacle.of(reason).mayBeReleased()
        || state == MessageState.QUEUED && "quiet_hours".equals(reason);
  }

  /** Whether asking the gate again may end differently, or sending again may help. */
  boolean mayBeTriedAgain() {
    return state == MessageState.UNCERTAIN || state == MessageState.FAILED || state == MessageState.HELD && !mayBeReleased();
  }

  boolean mayBeDropped() {
    return state == MessageState.HELD || state == MessageState.QUEUED || state == MessageState.FAILED || state == MessageState.UNCERTAIN;
  }

  /** Whether the address is what stands in the way. */
  boolean addressRefused() {
    return state == MessageState.FAILED && "address".equals(reason) || state == MessageState.HELD && "suppressed".equals(reason);
  }

  static MessageRow read(ResultSet row, int index) throws SQLException {
    return new MessageRow(
        new MessageId(row.getObject("id", UUID.class)),
        new PartyId(row.getObject("party_id", UUID.class)),
        row.getString("display_name"),
        row.getString("topic"),
        row.getString("template"),
        Language.of(row.getString("language")).orElseThrow(),
        MessageState.of(row.getString("state")),
        row.getString("reason"),
        row.getString("address"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("smtp_reply"),
        row.getString("basis"),
        row.getInt("attempts"),
        row.getString("released_by"),
        row.getString("reference"),
        row.getTimestamp("not_before").toInstant(),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "sending_at"),
        instant(row, "sent_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
