package org.silah.constituents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Sql;
import org.silah.kernel.Unreadable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to which family, and as what. The store of {@code constituents.family_member}. */
@Repository
class FamilyMembers {

  private final JdbcClient db;
  private final Clients clients;
  private final Registration registration;
  private final Recording recording;
  private final Changes changes;
  private final Seen seen;

  FamilyMembers(JdbcClient db, Clients clients, Registration registration, Recording recording, Changes changes, Seen seen) {
    this.db = db;
    this.clients = clients;
    this.registration = registration;
    this.recording = recording;
    this.changes = changes;
    this.seen = seen;
  }

  /**
   * Puts a person into a family, or into another place of it.
   *
   * @throws Unreadable if the one is no family or the other no person
   */
  @Transactional
  public void add(PartyId family, PartyId member, Member.Position position) {
    changes.begin(family);
    if (!is(family, ClientKind.FAMILY) || !is(member, ClientKind.PERSON)) {
      throw new Unreadable("constituents.member.person");
    }
    db.sql("""
        insert into constituents.family_member (family_id, member_id, position, since)
        values (?, ?, ?, ?)
        on conflict (family_id, member_id) do update
        set position = excluded.position, until = null""")
        .params(family.value(), member.value(), position.code(), recording.today())
        .update();
    changes.made("client.member.add", family, Map.of("member", member.toString(), "position", position.code()));
  }

  /** A person nobody knew yet. */
  @Transactional
  public void addNew(PartyId family, @Nullable String name, Member.Position position) {
    changes.begin(family);
    add(family, registration.add(NewClient.person(name == null ? "" : name, "staff")), position);
  }

  @Transactional
  public void end(PartyId family, PartyId member) {
    changes.begin(family);
    int ended = db.sql("update constituents.family_member set until = ? where family_id = ? and member_id = ? and until is null")
        .params(recording.today(), family.value(), member.value())
        .update();
    if (ended > 0) {
      changes.made("client.member.end", family, Map.of("member", member.toString(), "on", recording.today().toString()));
    }
  }

  /** Those in sight, the head first; who left the family last. */
  List<Member> of(PartyId family) {
    var query = Sql.of("""
        select m.member_id as id, p.display_name, m.position, m.since, m.until
        from constituents.family_member m
        join constituents.party p on p.id = m.member_id
        where m.family_id = ? and p.removed_at is null""", family.value())
        .append(seen.only())
        .append("order by m.until nulls first, array_position(array['head', 'spouse', 'child', 'dependant'], m.position), p.name_key, p.id");
    return db.sql(query.text()).params(query.values()).query(FamilyMembers::read).list();
  }

  List<Member> familiesOf(PartyId member) {
    var query = Sql.of("""
        select m.family_id as id, p.display_name, m.position, m.since, m.until
        from constituents.family_member m
        join constituents.party p on p.id = m.family_id
        where m.member_id = ? and p.removed_at is null""", member.value())
        .append(seen.only())
        .append("order by m.until nulls first, p.name_key, p.id");
    return db.sql(query.text()).params(query.values()).query(FamilyMembers::read).list();
  }

  private boolean is(PartyId party, ClientKind kind) {
    return clients.find(party).filter(client -> client.kind() == kind).isPresent();
  }

  private static Member read(ResultSet row, int index) throws SQLException {
    return new Member(
        new PartyId(row.getObject("id", UUID.class)),
        row.getString("display_name"),
        Member.Position.of(row.getString("position")),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class));
  }
}
