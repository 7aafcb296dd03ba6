package org.silah.constituents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What clients are and were to the charity. The store of {@code constituents.party_role}. */
@Repository
class ClientRoles {

  private final JdbcClient db;
  private final Recording recording;

  ClientRoles(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  /** False if the client holds the role already. */
  boolean take(PartyId party, ClientRole role, LocalDate since, String source) {
    return db.sql("""
        insert into constituents.party_role (id, party_id, role, started_on, source, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (party_id, role) where ended_on is null do nothing""")
        .params(Ids.next(), party.value(), role.code(), since, source, recording.at(), recording.by())
        .update() > 0;
  }

  void end(PartyId party, ClientRole role, LocalDate on, String reason) {
    db.sql("""
        update constituents.party_role
        set ended_on = ?, end_reason = ?, end_recorded_at = ?, end_recorded_by = ?
        where party_id = ? and role = ? and ended_on is null""")
        .params(on, reason, recording.at(), recording.by(), party.value(), role.code())
        .update();
  }

  Optional<HeldRole> present(PartyId party, ClientRole role) {
    return db.sql("select * from constituents.party_role where party_id = ? and role = ? and ended_on is null")
        .params(party.value(), role.code())
        .query(ClientRoles::read)
        .optional();
  }

  /** The present ones first, then those that ended, the latest first. */
  List<HeldRole> of(PartyId party) {
    return db.sql("select * from constituents.party_role where party_id = ? order by ended_on desc nulls first, started_on desc, role")
        .param(party.value())
        .query(ClientRoles::read)
        .list();
  }

  private static HeldRole read(ResultSet row, int index) throws SQLException {
    var until = row.getDate("ended_on");
    return new HeldRole(
        ClientRole.of(row.getString("role")),
        row.getDate("started_on").toLocalDate(),
        until == null ? null : until.toLocalDate(),
        row.getString("end_reason"),
        row.getString("source"),
        row.getString("recorded_by"));
  }
}
