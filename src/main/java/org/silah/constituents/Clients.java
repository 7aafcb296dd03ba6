package org.silah.constituents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.text.Given;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.NameKeys;
import org.silah.kernel.Sql;
import org.silah.web.Language;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All clients that were not removed and are in sight, each by its own. Beside the lists, search and import the only class that touches {@code party}. */
@Repository
class Clients {

  private static final List<Field> COLUMNS = Arrays.stream(Field.values()).filter(field -> field.column() != null).toList();

  private final JdbcClient db;
  private final Recording recording;
  private final Underway underway;
  private final Seen seen;

  Clients(JdbcClient db, Recording recording, Underway underway, Seen seen) {
    this.db = db;
    this.recording = recording;
    this.underway = underway;
    this.seen = seen;
  }

  /**
   * @param name cleaned
   * @param home the branch to which the client belongs
   */
  void add(PartyId id, NewClient client, String name, UUID home) {
    underway.begin();
    db.sql("""
        insert into constituents.party (id, kind, agency_bearing, display_name, name_key, latin_name, title, given_name, gender, birth_on,
          language, source, home_branch_id, seen_by, created_at, created_by, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, array[?::uuid], ?, ?, ?)""")
        .params(id.value(), client.kind().code(), client.bearing() == null ? null : client.bearing().code(), name, NameKeys.same(name), client.latinName(),
            client.title(), client.kind() == ClientKind.PERSON ? Given.of(name) : null, client.gender() == null ? null : client.gender().code(),
            client.birthOn(), client.language().code(), client.source(), home, home, recording.at(),
            recording.by(), recording.at())
        .update();
  }

  Optional<Client> find(PartyId id) {
    var query = one(id);
    return db.sql(query.text()).params(query.values()).query(Clients::client).optional();
  }

  Optional<ClientFile> file(PartyId id) {
    var query = one(id);
    return db.sql(query.text()).params(query.values()).query(Clients::file).optional();
  }

  private Sql one(PartyId id) {
    return Sql.of("select p.* from constituents.party p where p.id = ? and p.removed_at is null", id.value()).append(seen.only());
  }

  boolean wasRemoved(PartyId id) {
    return db.sql("select exists (select 1 from constituents.party where id = ? and removed_at is not null)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  void update(ClientFile file) {
    var known = file.known();
    db.sql("""
        update constituents.party
        set display_name = ?, name_key = ?, latin_name = ?, title = ?, given_name = ?, gender = ?, birth_on = ?, nationality = ?, language = ?,
          officer_id = ?
        where id = ?""")
        .params(file.displayName(), NameKeys.same(file.displayName()), file.latinName(), known.get(Field.TITLE), known.get(Field.GIVEN_NAME),
            known.get(Field.GENDER), new SqlParameterValue(Types.DATE, file.birthOn()), known.get(Field.NATIONALITY), known.get(Field.LANGUAGE),
            new SqlParameterValue(Types.OTHER, file.officer()), file.id().value())
        .update();
  }

  void end(PartyId person, @Nullable LocalDate on, UUID deed) {
    db.sql("update constituents.party set deceased = true, died_on = ?, died_by = ? where id = ?")
        .params(new SqlParameterValue(Types.DATE, on), deed, person.value())
        .update();
  }

  void revive(PartyId person) {
    db.sql("update constituents.party set deceased = false, died_on = null, died_by = null where id = ?").param(person.value()).update();
  }

  /** False if anybody has written in the file since it was opened: then it stays. */
  boolean close(PartyId party, String reason) {
    return db.sql("""
        update constituents.party p
        set removed_at = ?, removed_reason = ?
        where p.id = ? and p.removed_at is null
          and not exists (select 1 from constituents.phone x where x.party_id = p.id)
          and not exists (select 1 from constituents.email x where x.party_id = p.id)
          and not exists (select 1 from constituents.identity x where x.party_id = p.id)
          and not exists (select 1 from constituents.address x where x.party_id = p.id)
          and not exists (select 1 from constituents.consent x where x.party_id = p.id)
          and not exists (select 1 from constituents.fact x where x.party_id = p.id and x.recorded_by is distinct from p.created_by)
          and not exists (select 1 from constituents.custom_value x where p.id in (x.party_id, x.client_id))
          and not exists (select 1 from constituents.note x where x.party_id = p.id)
          and not exists (select 1 from constituents.confirmation x where x.party_id = p.id)
          and not exists (select 1 from constituents.party_role x where x.party_id = p.id)
          and not exists (select 1 from constituents.family_member x where p.id in (x.family_id, x.member_id))
          and not exists (select 1 from constituents.tie x where p.id in (x.from_id, x.to_id))""")
        .params(recording.at(), reason, party.value())
        .update() > 0;
  }

  void lookAfter(Collection<PartyId> ids, UUID officer) {
    db.sql("update constituents.party set officer_id = ? where id = any (?)")
        .params(officer, ids.stream().map(PartyId::value).toArray(UUID[]::new))
        .update();
  }

  /** Names by id; who was removed or is out of sight is missing. */
  Map<PartyId, String> names(Collection<PartyId> ids) {
    var names = new LinkedHashMap<PartyId, String>();
    var query = Sql.of("select p.id, p.display_name from constituents.party p where p.id = any (?) and p.removed_at is null",
        (Object) ids.stream().map(PartyId::value).toArray(UUID[]::new)).append(seen.only());
    db.sql(query.text()).params(query.values())
        .query((ResultSet row) -> {
          names.put(new PartyId(row.getObject("id", UUID.class)), row.getString("display_name"));
        });
    return names;
  }

  private static Client client(ResultSet row, int index) throws SQLException {
    var gender = row.getString("gender");
    return new Client(
        new PartyId(row.getObject("id", UUID.class)),
        row.getLong("file_number"),
        ClientKind.of(row.getString("kind")),
        row.getString("display_name"),
        row.getString("title"),
        row.getString("given_name"),
        gender == null ? null : Client.Gender.of(gender),
        Language.of(row.getString("language")).orElseThrow(),
        row.getObject("officer_id", UUID.class));
  }

  static ClientFile file(ResultSet row, int index) throws SQLException {
    var bearing = row.getString("agency_bearing");
    var known = new EnumMap<Field, String>(Field.class);
    for (var field : COLUMNS) {
      var value = row.getString(field.column());
      if (value != null) {
        known.put(field, value);
      }
    }
    return new ClientFile(
        new PartyId(row.getObject("id", UUID.class)),
        row.getLong("file_number"),
        ClientKind.of(row.getString("kind")),
        bearing == null ? null : AgencyBearing.of(bearing),
        known,
        row.getBoolean("deceased"),
        row.getObject("home_branch_id", UUID.class),
        row.getString("source"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("created_by"),
        row.getTimestamp("updated_at").toInstant());
  }
}
