package org.silah.constituents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.silah.access.Actors;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every answer a client gave to "may we write to you"; only ever added to. The store of {@code constituents.consent}. */
@Repository
class Consents {

  private final JdbcClient db;
  private final Actors actors;
  private final Clock clock;

  Consents(JdbcClient db, Actors actors, Clock clock) {
    this.db = db;
    this.actors = actors;
    this.clock = clock;
  }

  Instant add(PartyId party, Channel channel, Topic topic, boolean granted, String evidence, String source) {
    var at = clock.instant();
    db.sql("""
        insert into constituents.consent (id, party_id, channel, topic, state, evidence, source, at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Ids.next(), party.value(), channel.code(), topic.code(), granted ? "granted" : "refused", evidence, source,
            Timestamp.from(at), actors.current().code())
        .update();
    return at;
  }

  /** Whether the newest answer is yes; nothing if the client was never asked. */
  Optional<Boolean> newest(PartyId party, Channel channel, Topic topic) {
    return db.sql("""
        select c.state = 'granted'
        from constituents.consent c
        where c.party_id = ? and c.channel = ? and c.topic = ?
        order by c.at desc, c.id desc
        limit 1""")
        .params(party.value(), channel.code(), topic.code())
        .query(Boolean.class)
        .optional();
  }
}
