package org.silah.constituents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every answer a client gave to "may we write to you"; only ever added to. The store of {@code constituents.consent}. */
@Repository
class Consents {

  private final JdbcClient db;
  private final Recording recording;

  Consents(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  void add(PartyId party, Channel channel, Topic topic, boolean granted, String evidence, String source) {
    db.sql("""
        insert into constituents.consent (id, party_id, channel, topic, state, evidence, source, at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Ids.next(), party.value(), channel.code(), topic.code(), granted ? "granted" : "refused", evidence, source, recording.at(),
            recording.by())
        .update();
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

  /** The newest first: the one that holds of each channel and topic, and the latest of all. */
  List<ConsentAnswer> of(PartyId party) {
    return db.sql("""
        select *
        from (
          select newest.*
          from unnest(?::text[]) as channel
          cross join unnest(?::text[]) as topic
          cross join lateral (
            select *
            from constituents.consent c
            where c.party_id = ? and c.channel = channel and c.topic = topic
            order by c.at desc, c.id desc
            limit 1) newest
          union
          (select *
          from constituents.consent
          where party_id = ?
          order by at desc, id desc
          limit ?)) answer
        order by at desc, id desc""")
        .params(codes(Channel.values(), Channel::code), codes(Topic.values(), Topic::code), party.value(), party.value(), Dossier.LATEST_ANSWERS)
        .query((row, _) -> answer(row))
        .list();
  }

  private static <T> String[] codes(T[] all, Function<T, String> code) {
    return Arrays.stream(all).map(code).toArray(String[]::new);
  }

  /** Every one, the newest first. */
  List<ConsentAnswer> all(PartyId party) {
    return db.sql("select * from constituents.consent where party_id = ? order by at desc, id desc").param(party.value()).query((row, _) -> answer(row)).list();
  }

  private static ConsentAnswer answer(ResultSet row) throws SQLException {
    return new ConsentAnswer(
        Channel.of(row.getString("channel")), Topic.of(row.getString("topic")), row.getString("state").equals("granted"),
        row.getString("evidence"), row.getString("source"), row.getTimestamp("at").toInstant(), row.getString("recorded_by"));
  }
}
