package org.silah.constituents.families;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
import org.silah.constituents.Seen;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who belongs or belonged to which family, and as what. The store of {@code constituents.family_member}. What a list brought is no longer
 * the list's when somebody puts it right: undoing the import leaves it.
 */
@Repository
class FamilyMembers {

  private static final String ALL = """
      select m.*, f.display_name as family_name, p.display_name as name, p.latin_name, p.gender, p.birth_on, p.deceased
      from constituents.family_member m
      join constituents.party p on p.id = m.member_id
      join constituents.party f on f.id = m.family_id
      where p.removed_at is null and f.removed_at is null
      """;

  private final JdbcClient db;
  private final Recording recording;
  private final Seen seen;

  FamilyMembers(JdbcClient db, Recording recording, Seen seen) {
    this.db = db;
    this.recording = recording;
    this.seen = seen;
  }

  UUID begin(PartyId family, PartyId member, Position position, @Nullable LocalDate since, Beginning began, boolean sharesAddress, String source, UUID deed) {
    var id = Ids.next();
    db.sql("""
        insert into constituents.family_member (id, family_id, member_id, position, since, began, shares_address, source, recorded_at, recorded_by, begun_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id, family.value(), member.value(), position.code(), new SqlParameterValue(Types.DATE, since), began.code(), sharesAddress, source,
            recording.at(), recording.by(), deed)
        .update();
    return id;
  }

  void end(UUID id, LocalDate until, Ending ended, UUID deed) {
    db.sql("""
        update constituents.family_member
        set until = ?, ended = ?, ended_by = ?, end_recorded_at = ?, end_recorded_by = ?, import_id = null
        where id = ?""")
        .params(until, ended.code(), deed, recording.at(), recording.by(), id)
        .update();
  }

  void correct(UUID id, Position position, @Nullable LocalDate since, @Nullable LocalDate until) {
    db.sql("update constituents.family_member set position = ?, since = ?, until = ?, import_id = null where id = ?")
        .params(position.code(), new SqlParameterValue(Types.DATE, since), new SqlParameterValue(Types.DATE, until), id)
        .update();
  }

  void share(UUID id, boolean address) {
    db.sql("update constituents.family_member set shares_address = ?, import_id = null where id = ?").params(address, id).update();
  }

  /** Takes back what a deed began and opens again what it ended. */
  void undo(UUID deed) {
    db.sql("delete from constituents.family_member where begun_by = ?").param(deed).update();
    db.sql("""
        update constituents.family_member
        set until = null, ended = null, ended_by = null, end_recorded_at = null, end_recorded_by = null
        where ended_by = ?""")
        .param(deed)
        .update();
  }

  /** What a deed began or ended. */
  List<Membership> touched(UUID deed) {
    return db.sql(ALL + "and (m.begun_by = ? or m.ended_by = ?) order by m.id").params(deed, deed).query(FamilyMembers::read).list();
  }

  /** Present ones first, the head before the others; who left last stands last. Whoever acts may not see them all. */
  List<Membership> of(PartyId family) {
    return db.sql(ALL + """
        and m.family_id = ?
        order by m.until desc nulls first, array_position(array['head', 'spouse', 'child', 'dependant'], m.position), m.since nulls first, p.birth_on, p.name_key, m.id""")
        .param(family.value())
        .query(FamilyMembers::read)
        .list();
  }

  List<Membership> familiesOf(PartyId member) {
    return db.sql(ALL + "and m.member_id = ? order by m.until desc nulls first, m.since desc, f.name_key, m.id")
        .param(member.value())
        .query(FamilyMembers::read)
        .list();
  }

  /** As {@link #of}, of members in sight. */
  List<Membership> shown(PartyId family) {
    return inSight(of(family), Membership::member);
  }

  /** As {@link #familiesOf}, of families in sight. */
  List<Membership> shownFamiliesOf(PartyId member) {
    return inSight(familiesOf(member), Membership::family);
  }

  private List<Membership> inSight(List<Membership> all, Function<Membership, PartyId> whom) {
    if (seen.isWhole()) {
      return all;
    }
    var visible = seen.among(all.stream().map(whom).map(PartyId::value).toList());
    return all.stream().filter(membership -> visible.contains(whom.apply(membership).value())).toList();
  }

  /** @throws NoSuchElementException if the family has no such membership of a member in sight */
  Membership find(PartyId family, UUID id) {
    return shown(family).stream().filter(membership -> membership.id().equals(id)).findFirst().orElseThrow(NoSuchElementException::new);
  }

  private static Membership read(ResultSet row, int index) throws SQLException {
    var gender = row.getString("gender");
    var ended = row.getString("ended");
    return new Membership(
        row.getObject("id", UUID.class),
        new PartyId(row.getObject("family_id", UUID.class)),
        row.getString("family_name"),
        new PartyId(row.getObject("member_id", UUID.class)),
        row.getString("name"),
        row.getString("latin_name"),
        gender == null ? null : Client.Gender.of(gender),
        row.getObject("birth_on", LocalDate.class),
        row.getBoolean("deceased"),
        Position.of(row.getString("position")),
        row.getObject("since", LocalDate.class),
        Beginning.of(row.getString("began")),
        row.getObject("until", LocalDate.class),
        ended == null ? null : Ending.of(ended),
        row.getBoolean("shares_address"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getObject("begun_by", UUID.class),
        row.getObject("ended_by", UUID.class));
  }
}
