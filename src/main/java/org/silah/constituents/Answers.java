package org.silah.constituents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down what clients answer when they are asked whether we may write to them. */
@Component
class Answers {

  private static final int EVIDENCE = 500;

  private final Consents consents;
  private final Recording recording;
  private final Changes changes;

  Answers(Consents consents, Recording recording, Changes changes) {
    this.consents = consents;
    this.recording = recording;
    this.changes = changes;
  }

  Optional<Boolean> newest(PartyId party, Channel channel, Topic topic) {
    return consents.newest(party, channel, topic);
  }

  /** Every one, the newest first. */
  List<ConsentAnswer> all(PartyId party) {
    return consents.all(party);
  }

  /** @throws org.silah.kernel.Unreadable without evidence: an answer that nobody can show is none */
  @Transactional
  public void take(PartyId party, Channel channel, Topic topic, boolean granted, @Nullable String typedEvidence, String source) {
    changes.begin(party);
    var evidence = Typed.text(typedEvidence, EVIDENCE);
    consents.add(party, channel, topic, granted, evidence, source);
    var state = granted ? "granted" : "refused";
    changes.made("client.consent", party,
        Map.of("channel", channel.code(), "topic", topic.code(), "state", state, "evidence", evidence, "source", source),
        new ConsentChanged(party, channel, topic, granted, recording.now()));
  }

  /** A no that stands already is not taken down again. */
  @Transactional
  public void refuse(PartyId party, Channel channel, Topic topic, String evidence) {
    if (newest(party, channel, topic).orElse(true)) {
      take(party, channel, topic, false, evidence, "client");
    }
  }

  /** Takes a no back; where there is none nothing is taken down. */
  @Transactional
  public void allow(PartyId party, Channel channel, Topic topic, String evidence) {
    if (!newest(party, channel, topic).orElse(true)) {
      take(party, channel, topic, true, evidence, "client");
    }
  }
}
