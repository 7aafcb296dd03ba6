package org.silah.dialogue;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silah.constituents.Channel;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.silah.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a client's own link can do: say no to a kind of messages, or to all, and take it back. */
@Component
class Unsubscribing {

  private static final MessageId NONE = new MessageId(new UUID(0, 0));
  private static final PartyId NOBODY = new PartyId(new UUID(0, 0));

  private final Tokens tokens;
  private final Messages messages;
  private final Constituents constituents;
  private final Clock clock;

  Unsubscribing(Tokens tokens, Messages messages, Constituents constituents, Clock clock) {
    this.tokens = tokens;
    this.messages = messages;
    this.constituents = constituents;
    this.clock = clock;
  }

  /** Whose link it is and what it stops; {@code refused}: whether that was stopped already. */
  record Link(MessageId message, PartyId party, Topic topic, Language language, boolean refused) {}

  /** Nothing for a link that we never sent. What it takes to find out is the same. */
  Optional<Link> read(String token) {
    var known = tokens.read(token);
    var message = messages.find(known.orElse(NONE));
    var topic = message.map(row -> Topic.of(row.topic())).orElse(Topic.THANKS);
    var answer = constituents.consent(message.map(MessageRow::party).orElse(NOBODY), Channel.EMAIL, topic);
    return message.map(row -> new Link(row.id(), row.party(), topic, row.language(), !answer.orElse(true)));
  }

  /**
   * @param from network the request came from
   * @return what was not refused before
   */
  @Transactional
  public Set<Topic> refuse(Link link, Collection<Topic> topics, String from) {
    var fresh = EnumSet.noneOf(Topic.class);
    for (var topic : topics) {
      if (constituents.consent(link.party(), Channel.EMAIL, topic).orElse(true) && refused(link, topic, from)) {
        fresh.add(topic);
      }
    }
    return fresh;
  }

  /** Takes back what {@link #refuse} did. */
  @Transactional
  public void undo(Link link, Collection<Topic> topics, String from) {
    topics.forEach(topic -> constituents.allow(link.party(), Channel.EMAIL, topic, evidence("undo", link, from)));
  }

  static List<Topic> all() {
    return List.of(Topic.values());
  }

  /** False for a client who is one no more: there is nobody left to write to. */
  private boolean refused(Link link, Topic topic, String from) {
    try {
      constituents.refuse(link.party(), Channel.EMAIL, topic, evidence("unsubscribe", link, from));
      return true;
    } catch (NoSuchElementException removed) {
      return false;
    }
  }

  /** {@code constituents.Shown} knows it by this form and says it in the reader's language. */
  private String evidence(String what, Link link, String from) {
    return what + " link of message " + link.message() + ", " + clock.instant() + ", from " + from;
  }
}
