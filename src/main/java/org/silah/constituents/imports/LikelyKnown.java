package org.silah.constituents.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Identity;
import org.silah.constituents.IdentityKind;
import org.silah.constituents.LikeClient;
import org.silah.constituents.LikeClients;
import org.silah.constituents.NewClient;
import org.silah.kernel.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Looks whether the clients that a list would make are likely in the base already, beyond what {@link Matching} is sure of: those who are
 * certain are joined if that was chosen, the others are told of in the preview and proposed to people once they are written.
 */
@Repository
class LikelyKnown {

  /** Of a longer list nobody reads the preview row by row, and a search of the whole base follows it by itself; unless rows are to be joined. */
  static final int MOST = 20_000;
  private static final int AT_ONCE = 200;

  private final JdbcClient db;
  private final LikeClients like;

  LikelyKnown(JdbcClient db, LikeClients like) {
    this.db = db;
    this.like = like;
  }

  /** @return the rows that were joined to somebody */
  List<Integer> look(ImportId id, boolean joins) {
    var joined = new ArrayList<Integer>();
    int rows = db.sql("select count(*) from constituents.import_row where import_id = ? and outcome = 'new'").param(id.value()).query(Integer.class).single();
    int last = 0;
    while (joins || rows <= MOST) {
      var asked = batch(id, last);
      if (asked.isEmpty()) {
        break;
      }
      last = asked.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
      joined.addAll(note(id, joins, like.likeliest(asked)));
    }
    return joined;
  }

  private Map<Integer, NewClient> batch(ImportId id, int after) {
    var asked = new LinkedHashMap<Integer, NewClient>();
    db.sql("""
        select s.*
        from constituents.import_row r
        join constituents.import_staged s on s.import_id = r.import_id and s.row_no = r.row_no
        where r.import_id = ? and r.outcome = 'new' and r.row_no > ?
        order by r.row_no
        limit ?""")
        .params(id.value(), after, AT_ONCE)
        .query((ResultSet row) -> {
          asked.put(row.getInt("row_no"), client(row));
        });
    return asked;
  }

  private Collection<Integer> note(ImportId id, boolean joins, Map<Integer, LikeClient> likely) {
    var joined = new LinkedHashMap<Integer, UUID>();
    var told = new LinkedHashMap<Integer, UUID>();
    likely.forEach((row, one) -> (joins && one.certain() ? joined : told).put(row, one.hit().id().value()));
    db.sql("""
        update constituents.import_row r
        set outcome = 'joined', reason = 'certain', party_id = n.party_id, other_id = null, of_row = null
        from unnest(?::int[], ?::uuid[]) as n (row_no, party_id)
        where r.import_id = ? and r.row_no = n.row_no""")
        .params(joined.keySet().toArray(Integer[]::new), joined.values().toArray(UUID[]::new), id.value())
        .update();
    db.sql("""
        update constituents.import_row r
        set reason = 'likely', other_id = n.party_id, of_row = null
        from unnest(?::int[], ?::uuid[]) as n (row_no, party_id)
        where r.import_id = ? and r.row_no = n.row_no""")
        .params(told.keySet().toArray(Integer[]::new), told.values().toArray(UUID[]::new), id.value())
        .update();
    return joined.keySet();
  }

  private static NewClient client(ResultSet row) throws SQLException {
    var gender = row.getString("gender");
    var client = NewClient.of(ClientKind.of(row.getString("kind")), row.getString("display_name"), "import").called(row.getString("latin_name"), null)
        .born(gender == null ? null : Client.Gender.of(gender), row.getObject("birth_on", LocalDate.class));
    for (var phone : texts(row.getArray("phones"))) {
      client = client.phone(new PhoneNumber(phone));
    }
    for (var email : texts(row.getArray("emails"))) {
      client = client.email(email);
    }
    for (var identity : identities(row)) {
      client = client.identity(identity);
    }
    return client;
  }

  private static List<Identity> identities(ResultSet row) throws SQLException {
    var kinds = texts(row.getArray("identity_kinds"));
    var issuers = texts(row.getArray("identity_issuers"));
    var numbers = texts(row.getArray("identity_numbers"));
    var identities = new ArrayList<Identity>();
    for (int i = 0; i < kinds.size(); i++) {
      var kind = IdentityKind.of(kinds.get(i));
      if (kind != IdentityKind.BRANCH_FILE) {
        identities.add(new Identity(kind, issuers.get(i), numbers.get(i)));
      }
    }
    return identities;
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
