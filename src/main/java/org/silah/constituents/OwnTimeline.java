package org.silah.constituents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** This module's part of the timeline: when the client was added, roles, answers, what was confirmed, notes. Reads only. */
@Repository
class OwnTimeline implements TimelineSource {

  private final JdbcClient db;
  private final Shown shown;

  OwnTimeline(JdbcClient db, Shown shown) {
    this.db = db;
    this.shown = shown;
  }

  @Override
  public List<Entry> entries(PartyId party, Instant before, int limit, Words words) {
    return db.sql("""
        select *
        from (
          select p.created_at as at, 'added' as what, p.source as a, null as b, null as c, p.created_by as by
          from constituents.party p
          where p.id = :party
          union all
          select r.recorded_at, 'role-taken', r.role, r.started_on::text, null, r.recorded_by
          from constituents.party_role r
          where r.party_id = :party
          union all
          select coalesce(r.end_recorded_at, r.ended_on::timestamptz), 'role-ended', r.role, r.ended_on::text, r.end_reason, r.end_recorded_by
          from constituents.party_role r
          where r.party_id = :party and r.ended_on is not null
          union all
          select c.at, c.state, c.channel, string_agg(c.topic, ',' order by c.topic), c.evidence, min(c.recorded_by)
          from (
            select *
            from constituents.consent
            where party_id = :party and at < :before
            order by at desc
            fetch first :answers rows with ties) c
          group by c.at, c.state, c.channel, c.evidence
          union all
          (select f.recorded_at, 'confirmed', f.item, f.was::text, f.source, f.recorded_by
          from constituents.confirmation f
          where f.party_id = :party and f.recorded_at < :before
          order by f.recorded_at desc
          fetch first :limit rows with ties)
          union all
          (select n.at, 'note', n.text, null, null, n.written_by
          from constituents.note n
          where n.party_id = :party and n.at < :before
          order by n.at desc
          fetch first :limit rows with ties)) entry
        where at < :before
        order by at desc
        fetch first :limit rows with ties""")
        .param("party", party.value())
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .param("answers", limit * Topic.values().length)
        .query((row, _) -> entry(row, words))
        .list();
  }

  private Entry entry(ResultSet row, Words words) throws SQLException {
    var at = row.getTimestamp("at").toInstant();
    var a = row.getString("a");
    var b = row.getString("b");
    var c = row.getString("c");
    var by = shown.by(row.getString("by"), words.language());
    return switch (row.getString("what")) {
      case "added" -> new Entry(at, "user-plus", words.get("constituents.timeline.added"), signed(Shown.source(a, words), by), null);
      case "role-taken" -> new Entry(at, "heart-handshake", words.get("constituents.timeline.role-taken", role(a, words), day(b, words)), by, null);
      case "role-ended" -> new Entry(at, "ban", words.get("constituents.timeline.role-ended", role(a, words), day(b, words)), signed(c, by), null);
      case "granted" -> new Entry(at, "check", words.get("constituents.timeline.granted", channel(a, words), topics(b, words)), signed(Shown.evidence(c, words), by), null);
      case "refused" -> new Entry(at, "x", words.get("constituents.timeline.refused", channel(a, words), topics(b, words)), signed(Shown.evidence(c, words), by), null);
      case "confirmed" -> new Entry(at, "check", words.get("constituents.timeline.confirmed", words.get(Wanted.key(a))),
          signed(words.get("constituents.timeline.confirmed-from", day(b, words), Shown.source(c, words)), by), null);
      case "note" -> new Entry(at, "note", by == null ? words.get("constituents.timeline.note") : words.get("constituents.timeline.note-by", by), a, null);
      case String other -> throw new IllegalStateException(other);
    };
  }

  private static @Nullable String signed(@Nullable String text, @Nullable String by) {
    return text == null ? by : by == null ? text : text + " · " + by;
  }

  private static String role(String code, Words words) {
    return words.get("constituents.role." + code);
  }

  private static String channel(String code, Words words) {
    return words.get("constituents.channel." + code);
  }

  private static String topics(String codes, Words words) {
    return Arrays.stream(codes.split(",")).map(code -> words.get("constituents.topic." + code)).collect(Collectors.joining(words.get("constituents.comma")));
  }

  private static String day(String iso, Words words) {
    return Shown.shortDay(LocalDate.parse(iso), words);
  }
}
