package org.silah.constituents.families;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.constituents.Shown;
import org.silah.kernel.Sql;
import org.silah.constituents.TimelineSource;
import org.silah.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Families and ties on the timeline: of a family what happened in it, of a person what they were part of. A family's part never
 * says where a member went. Reads only.
 */
@Repository
class FamilyTimeline implements TimelineSource {

  private final JdbcClient db;
  private final Shown shown;
  private final Seen seen;

  FamilyTimeline(JdbcClient db, Shown shown, Seen seen) {
    this.db = db;
    this.shown = shown;
    this.seen = seen;
  }

  @Override
  public List<Entry> entries(PartyId party, Instant before, int limit, Words words) {
    var query = Sql.of("""
        with asked as (select ?::uuid as party)
        select *
        from (
          select m.recorded_at as at, 'began' as what, m.began as how, m.position as a, m.since as day, other.id as other_id,
            other.display_name as other, member.gender, other.kind, m.recorded_by as by
          from constituents.family_member m
          join constituents.party member on member.id = m.member_id
          join constituents.party other on other.id = case when m.family_id = (select party from asked) then m.member_id else m.family_id end
          where (select party from asked) in (m.family_id, m.member_id)
          union all
          select m.end_recorded_at, 'ended', m.ended, m.position, m.until, other.id, other.display_name, member.gender, other.kind, m.end_recorded_by
          from constituents.family_member m
          join constituents.party member on member.id = m.member_id
          join constituents.party other on other.id = case when m.family_id = (select party from asked) then m.member_id else m.family_id end
          where (select party from asked) in (m.family_id, m.member_id) and m.ended <> 'position'
          union all
          select t.recorded_at, case when t.to_id = (select party from asked) then 'tie' else 'tie-reverse' end, t.kind, coalesce(t.what, t.kind), t.since, other.id,
            other.display_name, other.gender, other.kind, t.recorded_by
          from constituents.tie t
          join constituents.party other on other.id = case when t.from_id = (select party from asked) then t.to_id else t.from_id end
          where (select party from asked) in (t.from_id, t.to_id) and t.ended is distinct from 'mistake'
          union all
          select t.end_recorded_at, case when t.to_id = (select party from asked) then 'tie-ended' else 'tie-ended-reverse' end, t.kind, coalesce(t.what, t.kind), t.until,
            other.id, other.display_name, other.gender, other.kind, t.end_recorded_by
          from constituents.tie t
          join constituents.party other on other.id = case when t.from_id = (select party from asked) then t.to_id else t.from_id end
          where (select party from asked) in (t.from_id, t.to_id) and t.ended in ('over', 'death')
          union all
          select d.recorded_at, 'died', null, null, d.happened_on, p.id, p.display_name, p.gender, p.kind, d.recorded_by
          from constituents.party p
          join constituents.family_deed d on d.id = p.died_by
          where p.id = (select party from asked)) entry
        where at < ?
          and exists (select 1 from constituents.party p where p.id = other_id""", party.value(), Timestamp.from(before))
        .append(seen.only())
        .append(") order by at desc limit ?", limit);
    return db.sql(query.text()).params(query.values()).query((row, _) -> entry(row, words)).list();
  }

  private Entry entry(ResultSet row, Words words) throws SQLException {
    var at = row.getTimestamp("at").toInstant();
    var name = isolated(row.getString("other"));
    var gender = row.getString("gender") == null ? "unknown" : row.getString("gender");
    var day = row.getObject("day", LocalDate.class);
    var by = shown.by(row.getString("by"), words.language());
    var on = day == null ? by : by == null ? Shown.day(day, words) : Shown.day(day, words) + " · " + by;
    var side = row.getString("kind").equals("family") ? "person" : "family";
    var link = "/clients/" + row.getObject("other_id", UUID.class);
    return switch (row.getString("what")) {
      case "began" -> new Entry(at, "users-group", words.get("constituents.timeline." + side + "." + row.getString("how"), name,
          words.get("constituents.position." + row.getString("a"), gender), gender), on, link);
      case "ended" -> new Entry(at, "ban", words.get("constituents.timeline." + side + ".ended-" + row.getString("how"), name, gender), on, link);
      case "died" -> new Entry(at, "history", words.get("constituents.timeline.died", gender), on, null);
      case "tie" -> tie(row, at, "constituents.timeline.tie", false, gender, on, link, words);
      case "tie-reverse" -> tie(row, at, "constituents.timeline.tie", true, gender, on, link, words);
      case "tie-ended" -> tie(row, at, "constituents.timeline.tie-ended", false, gender, on, link, words);
      case "tie-ended-reverse" -> tie(row, at, "constituents.timeline.tie-ended", true, gender, on, link, words);
      case String other -> throw new IllegalStateException(other);
    };
  }

  /** An Arabic name does not turn an English sentence around, nor the other way. */
  private static String isolated(String name) {
    return "\u2068" + name + "\u2069";
  }

  private static Entry tie(
      ResultSet row, Instant at, String key, boolean reverse, String gender, @Nullable String on, String link, Words words)
      throws SQLException {
    var bond = Bond.named(row.getString("a")).orElseThrow();
    return new Entry(at, "hierarchy", words.get(key, isolated(row.getString("other")), words.get(bond.key(reverse), gender)), on, link);
  }
}
