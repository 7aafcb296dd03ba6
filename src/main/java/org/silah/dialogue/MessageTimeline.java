package org.silah.dialogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.TimelineSource;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** What was written to a client, on the client's timeline. */
@Component
class MessageTimeline implements TimelineSource {

  private final Messages messages;
  private final MessageKinds kinds;

  MessageTimeline(Messages messages, MessageKinds kinds) {
    this.messages = messages;
    this.kinds = kinds;
  }

  @Override
  public List<Entry> entries(PartyId party, Instant before, int limit, Words words) {
    return messages.before(party, before, limit).stream().map(message -> entry(message, words)).toList();
  }

  private Entry entry(MessageRow message, Words words) {
    var at = message.sentAt() == null ? message.createdAt() : message.sentAt();
    var sentence = words.get("dialogue.timeline." + message.state().tab().code(), kinds.name(message.kind(), words));
    return new Entry(at, icon(message.state()), sentence, detail(message, words), "/messages/" + message.id());
  }

  private static @Nullable String detail(MessageRow message, Words words) {
    if (message.state() == MessageState.SENT) {
      return message.subject();
    }
    return message.reason() == null ? null : words.get("dialogue.reason." + message.reason());
  }

  private static String icon(MessageState state) {
    return switch (state.tab()) {
      case SENT -> "mail-check";
      case WAITING -> "mail";
      case HELD, FAILED, CANCELLED -> "mail-off";
      case UNCERTAIN -> "mail-question";
    };
  }
}
