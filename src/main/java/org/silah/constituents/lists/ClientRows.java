package org.silah.constituents.lists;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.AgencyBearing;
import org.silah.constituents.Client;
import org.silah.constituents.ClientFilter;
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
      select p.id, p.file_number, p.kind, p.agency_bearing, p.display_name, p.name_key, p.gender, p.home_branch_id,
        array(select r.role from constituents.party_role r where r.party_id = p.id and r.ended_on is null) as roles,
        (select f.e164 from constituents.phone f where f.party_id = p.id order by f.as_of desc, f.recorded_at desc, f.e164 limit 1) as phone
      from constituents.party p
      where""";

  private final JdbcClient db;
  private final Search search;
  private final Seen seen;
  private final ListFilters filters;

  ClientRows(JdbcClient db, Search search, Seen seen, ListFilters filters) {
    this.db = db;
    this.search = search;
    this.seen = seen;
    this.filters = filters;
  }

  /** @param after a row's cursor; what is none of ours begins the list anew */
  List<ClientRow> page(ClientFilter filter, String after, int limit) {
    if (!filter.text().isEmpty()) {
      return found(filter);
    }
    var query = Sql.of(SELECT).append(filter.where()).append(seen.only()).append(filters.further(filter));
    var place = place(after);
    if (place.isPresent()) {
      query = switch (filter.order()) {
        case NAME -> query.append("and (p.name_key, p.id) > (?, ?)", place.get().nameKey, place.get().id);
        case NEWEST -> query.append("and p.id < ?", place.get().id);
      };
    }
    query = switch (filter.order()) {
      case NAME -> query.append("order by p.name_key, p.id");
      case NEWEST -> query.append("order by p.id desc");
    };
    query = query.limit(limit);
    return db.sql(query.text()).params(query.values()).query(ClientRows::read).list();
  }

  /** Whom the search finds and the filter admits, the best first. */
  private List<ClientRow> found(ClientFilter filter) {
    var ids = search.find(filter.text(), filter.depth()).stream().map(hit -> hit.id().value()).toList();
    var query = Sql.of(SELECT).append(filter.where()).append(seen.only()).append(filters.further(filter)).append("and p.id = any (?)", (Object) ids.toArray(UUID[]::new));
    return db.sql(query.text()).params(query.values()).query(ClientRows::read).list().stream()
        .sorted(Comparator.comparing(row -> ids.indexOf(row.id().value())))
        .toList();
  }

  private record Place(UUID id, String nameKey) {}

  private static Optional<Place> place(String cursor) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Optional.of(new Place(UUID.fromString(text.substring(0, 36)), text.substring(36)));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
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
        row.getObject("home_branch_id", UUID.class));
  }
}
