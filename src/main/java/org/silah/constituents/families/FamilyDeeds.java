package org.silah.constituents.families;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to families. The store of {@code constituents.family_deed}. */
@Repository
class FamilyDeeds {

  private final JdbcClient db;
  private final Recording recording;

  FamilyDeeds(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  UUID write(FamilyDeed.Kind kind, @Nullable LocalDate on, Collection<PartyId> opened) {
    var id = Ids.next();
    db.sql("""
        insert into constituents.family_deed (id, kind, happened_on, opened, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?)""")
        .params(id, kind.code(), new SqlParameterValue(Types.DATE, on), opened.stream().map(PartyId::value).toArray(UUID[]::new), recording.at(),
            recording.by())
        .update();
    return id;
  }

  /** @throws NoSuchElementException if it never was, or was undone */
  FamilyDeed find(UUID id) {
    return db.sql("select * from constituents.family_deed where id = ? for update")
        .param(id)
        .query((row, _) -> new FamilyDeed(
            row.getObject("id", UUID.class), FamilyDeed.Kind.of(row.getString("kind")), row.getObject("happened_on", LocalDate.class),
            Arrays.stream((UUID[]) row.getArray("opened").getArray()).map(PartyId::new).toList()))
        .optional()
        .orElseThrow(NoSuchElementException::new);
  }

  /** The deed by which this person is said to have died. */
  Optional<UUID> deathOf(PartyId person) {
    return db.sql("select died_by from constituents.party where id = ? and died_by is not null").param(person.value()).query(UUID.class).optional();
  }

  void remove(UUID id) {
    db.sql("delete from constituents.family_deed where id = ?").param(id).update();
  }
}
