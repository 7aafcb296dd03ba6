package org.silah.constituents.families;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
import org.silah.constituents.Seen;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clients are to each other. The store of {@code constituents.tie}. */
@Repository
class Ties {

  private static final String ALL = """
      select t.*, a.display_name as from_name, a.kind as from_kind, a.gender as from_gender, b.display_name as to_name, b.kind as to_kind, b.gender as to_gender
      from constituents.tie t
      join constituents.party a on a.id = t.from_id
      join constituents.party b on b.id = t.to_id
      where a.removed_at is null and b.removed_at is null
      """;

  private final JdbcClient db;
  private final Recording recording;
  private final Seen seen;

  Ties(JdbcClient db, Recording recording, Seen seen) {
    this.db = db;
    this.recording = recording;
    this.seen = seen;
  }

  UUID add(Bond bond, PartyId first, PartyId second, @Nullable LocalDate since, Tie.Told told, String source, @Nullable UUID deed) {
    var id = Ids.next();
    db.sql("""
        insert into constituents.tie (id, kind, what, from_id, to_id, since, post, influence, decision_style, sways, reach, note, source, recorded_at,
          recorded_by, begun_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id, bond.kind().code(), bond.what(), first.value(), second.value(), day(since), told.post(),
            told.influence() == null ? null : told.influence().code(), told.style() == null ? null : told.style().code(), told.sways(), told.reach(),
            told.note(), source, recording.at(), recording.by(), new SqlParameterValue(Types.OTHER, deed))
        .update();
    return id;
  }

  void change(UUID id, @Nullable LocalDate since, Tie.Told told) {
    db.sql("""
        update constituents.tie
        set since = ?, post = ?, influence = ?, decision_style = ?, sways = ?, reach = ?, note = ?, import_id = null
        where id = ?""")
        .params(day(since), told.post(), told.influence() == null ? null : told.influence().code(), told.style() == null ? null : told.style().code(),
            told.sways(), told.reach(), told.note(), id)
        .update();
  }

  void end(UUID id, LocalDate until, Tie.Ended ended, @Nullable UUID deed) {
    db.sql("update constituents.tie set until = ?, ended = ?, ended_by = ?, end_recorded_at = ?, end_recorded_by = ?, import_id = null where id = ?")
        .params(until, ended.code(), new SqlParameterValue(Types.OTHER, deed), recording.at(), recording.by(), id)
        .update();
  }

  /** Takes back what a deed began and opens again what it ended; what was tied anew since stays ended. */
  void undo(UUID deed) {
    db.sql("delete from constituents.tie where begun_by = ?").param(deed).update();
    db.sql("""
        update constituents.tie t
        set until = null, ended = null, ended_by = null, end_recorded_at = null, end_recorded_by = null
        where t.ended_by = ?
          and not exists (
            select 1
            from constituents.tie n
            where n.ended is null and n.kind = t.kind and n.what is not distinct from t.what
              and least(n.from_id, n.to_id) = least(t.from_id, t.to_id) and greatest(n.from_id, n.to_id) = greatest(t.from_id, t.to_id))""")
        .param(deed)
        .update();
    db.sql("update constituents.tie set ended_by = null where ended_by = ?").param(deed).update();
  }

  /** Present ones first; without those that were a mistake. Whoever acts may not see the other ends. */
  List<Tie> of(PartyId client) {
    return db.sql(ALL + """
        and :client in (t.from_id, t.to_id) and t.ended is distinct from 'mistake'
        order by t.until desc nulls first,
          array_position(array['decision_maker', 'contact', 'kin', 'guardian', 'employer', 'partner', 'referrer'], t.kind),
          array_position(array['high', 'medium', 'low'], t.influence), t.since, t.id""")
        .param("client", client.value())
        .query(Ties::read)
        .list();
  }

  /** As {@link #of}, with clients in sight. */
  List<Tie> shown(PartyId client) {
    var all = of(client);
    if (seen.isWhole()) {
      return all;
    }
    var visible = seen.among(all.stream().map(tie -> tie.other(client).id().value()).toList());
    return all.stream().filter(tie -> visible.contains(tie.other(client).id().value())).toList();
  }

  /** @throws NoSuchElementException if the client has no such tie with a client in sight */
  Tie find(PartyId client, UUID id) {
    return shown(client).stream().filter(tie -> tie.id().equals(id)).findFirst().orElseThrow(NoSuchElementException::new);
  }

  /** Those among these clients, whatever became of them. */
  List<Tie> among(List<PartyId> clients) {
    return db.sql(ALL + "and t.from_id = any (:clients) and t.to_id = any (:clients) and t.ended is distinct from 'mistake' order by t.id")
        .param("clients", clients.stream().map(PartyId::value).toArray(UUID[]::new))
        .query(Ties::read)
        .list();
  }

  List<Tie> touched(UUID deed) {
    return db.sql(ALL + "and (t.begun_by = ? or t.ended_by = ?) order by t.id").params(deed, deed).query(Ties::read).list();
  }

  /** From here until the transaction ends nobody else makes anybody a parent: two at once could make a circle. */
  void holdDescent() {
    db.sql("select pg_advisory_xact_lock(hashtext('silah descent'))").query((_, _) -> 0).list();
  }

  /** Whether {@code one} is among the forebears of {@code other}, or the same. */
  boolean isForebear(PartyId one, PartyId other) {
    return db.sql("""
        with recursive forebear (id) as (
          select cast(? as uuid)
          union
          select t.from_id
          from forebear f
          join constituents.tie t on t.to_id = f.id
          where t.kind = 'kin' and t.what in ('parent', 'grandparent') and t.ended is distinct from 'mistake')
        select exists (select 1 from forebear where id = ?)""")
        .params(other.value(), one.value())
        .query(Boolean.class)
        .single();
  }

  private static SqlParameterValue day(@Nullable LocalDate day) {
    return new SqlParameterValue(Types.DATE, day);
  }

  private static Tie read(ResultSet row, int index) throws SQLException {
    var ended = row.getString("ended");
    var influence = row.getString("influence");
    var style = row.getString("decision_style");
    return new Tie(
        row.getObject("id", UUID.class),
        Bond.of(TieKind.of(row.getString("kind")), row.getString("what")),
        end(row, "from"),
        end(row, "to"),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class),
        ended == null ? null : Tie.Ended.valueOf(ended.toUpperCase(Locale.ROOT)),
        new Tie.Told(
            row.getString("post"), influence == null ? null : Tie.Influence.valueOf(influence.toUpperCase(Locale.ROOT)),
            style == null ? null : Tie.Style.valueOf(style.toUpperCase(Locale.ROOT)), row.getString("sways"), row.getString("reach"),
            row.getString("note")),
        row.getString("source"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("recorded_by"));
  }

  private static Tie.End end(ResultSet row, String end) throws SQLException {
    var gender = row.getString(end + "_gender");
    return new Tie.End(
        new PartyId(row.getObject(end + "_id", UUID.class)), row.getString(end + "_name"), ClientKind.of(row.getString(end + "_kind")),
        gender == null ? null : Client.Gender.of(gender));
  }
}
