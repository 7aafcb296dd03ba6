package org.silah.constituents.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.silah.constituents.AgencyBearing;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ClientRole;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.constituents.search.Search;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clients as lists show them. Reads only. */
@Repository
class ClientRows {

  private static final String SELECT = """
      select p.id, p.file_number, p.kind, p.agency_bearing, p.display_name, p.name_key, p.gender, p.home_branch_id, p.updated_at,
        array(select r.role from constituents.party_role r where r.party_id = p.id and r.ended_on is null) as roles,
        (select f.e164 from constituents.phone f where f.party_id = p.id order by f.as_of desc, f.recorded_at desc, f.e164 limit 1) as phone
      from constituents.party p
      where""";

  private final JdbcClient db;
  private final Search search;
  private final Seen seen;

  ClientRows(JdbcClient db, Search search, Seen seen) {
    this.db = db;
    this.search = search;
    this.seen = seen;
  }

  /** @param after a row's cursor; what is none of ours begins the list anew */
  List<ClientRow> page(ListQuery asked, String after, int limit) {
    if (!asked.filter().text().isEmpty()) {
      return found(asked);
    }
    var place = Place.of(after, asked.sort());
    var order = place.isPresent() ? asked.sort().after(place.get()) : asked.sort().fromTheBeginning();
    var query = Sql.of(SELECT).append(asked.asksFor()).append(seen.only()).append(order).limit(limit);
    return db.sql(query.text()).params(query.values()).query(ClientRows::read).list();
  }

  /** Whom the search finds and the filter admits, the best first. */
  private List<ClientRow> found(ListQuery asked) {
    var ids = search.find(asked.filter().text(), asked.depth()).stream().map(hit -> hit.id().value()).toList();
    var query = Sql.of(SELECT).append(asked.asksFor()).append(seen.only()).append("and p.id = any (?)", (Object) ids.toArray(UUID[]::new));
    return db.sql(query.text()).params(query.values()).query(ClientRows::read).list().stream()
        .sorted(Comparator.comparing(row -> ids.indexOf(row.id().value())))
        .toList();
  }

  private static ClientRow read(ResultSet row, int index) throws SQLException {
    var bearing = row.getString("agency_bearing");
    var phone = row.getString("phone");
    var gender = row.getString("gender");
    return new ClientRow(
        new PartyId(row.getObject("id", UUID.class)),
        row.getLong("file_number"),
        ClientKind.of(row.getString("kind")),
        bearing == null ? null : AgencyBearing.of(bearing),
        row.getString("display_name"),
        row.getString("name_key"),
        gender == null ? null : Client.Gender.of(gender),
        Arrays.stream((String[]) row.getArray("roles").getArray()).map(ClientRole::of).sorted().toList(),
        phone == null ? null : new PhoneNumber(phone),
        row.getObject("home_branch_id", UUID.class),
        row.getTimestamp("updated_at").toInstant());
  }
}
