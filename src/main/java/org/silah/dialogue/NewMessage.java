package org.silah.dialogue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;

/**
 * A message to be sent by e-mail, in the client's own language.
 *
 * @param key what makes it the same message: a second one with this key is not written, whoever asks for it
 * @param purpose why it is written, for people who look at the outbox: {@code thanks.zakat}
 * @param kind code of its {@link MessageKind}: which text it gets
 * @param officer who signs, null for the client's own officer
 * @param reference what it is about, such as {@code gift:<id>}; becomes the lawful basis of thanks
 * @param batch what it was asked for together with, such as {@code import:<id>}
 * @param notBefore null for at once
 */
public record NewMessage(
    String key, PartyId party, Topic topic, String purpose, String kind, Telling telling, @Nullable UUID officer,
    @Nullable String reference, @Nullable String batch, @Nullable Instant notBefore) {

  public NewMessage(String key, PartyId party, Topic topic, String purpose, String kind, Telling telling, String reference) {
    this(key, party, topic, purpose, kind, telling, null, reference, null, null);
  }

  public NewMessage inBatch(String batch) {
    return new NewMessage(key, party, topic, purpose, kind, telling, officer, reference, batch, notBefore);
  }
}
