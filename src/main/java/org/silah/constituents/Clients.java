package org.silah.constituents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silah.access.Actors;
import org.silah.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All clients that were not removed. The only class beside the import that touches {@code constituents.party}. */
@Repository
class Clients {

  private final JdbcClient db;
  private final Actors actors;
  private final Clock clock;

  Clients(JdbcClient db, Actors actors, Clock clock) {
    this.db = db;
    this.actors = actors;
    this.clock = clock;
  }

  /** @param name cleaned */
  void add(PartyId id, NewClient client, String name) {
    var now = Timestamp.from(clock.instant());
    db.sql("""
        insert into constituents.party (id, kind, agency_bearing, display_name, name_key, latin_name, title, gender, birth_on, language,
          source, created_at, created_by, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), client.kind().code(), client.bearing() == null ? null : client.bearing().code(), name, NameKeys.same(name),
            client.latinName(), client.title(), client.gender() == null ? null : client.gender().code(), client.birthOn(),
            client.language().code(), client.source(), now, actors.current().code(), now)
        .update();
  }

  Optional<Client> find(PartyId id) {
    return db.sql("select * from constituents.party where id = ? and removed_at is null").param(id.value()).query(Clients::read).optional();
  }

  /** Names by id; who was removed is missing. */
  Map<PartyId, String> names(Collection<PartyId> ids) {
    var names = new LinkedHashMap<PartyId, String>();
    db.sql("select id, display_name from constituents.party where id = any (?) and removed_at is null")
        .param(ids.stream().map(PartyId::value).toArray(UUID[]::new))
        .query((ResultSet row) -> {
          names.put(new PartyId(row.getObject("id", UUID.class)), row.getString("display_name"));
        });
    return names;
  }

  private static Client read(ResultSet row, int index) throws SQLException {
    var gender = row.getString("gender");
    return new Client(
        new PartyId(row.getObject("id", UUID.class)),
        row.getLong("file_number"),
        ClientKind.of(row.getString("kind")),
        row.getString("display_name"),
        row.getString("title"),
        row.getString("given_name"),
        gender == null ? null : Client.Gender.valueOf(gender.toUpperCase(java.util.Locale.ROOT)),
        Language.of(row.getString("language")).orElseThrow(),
        row.getObject("officer_id", UUID.class));
  }
}
