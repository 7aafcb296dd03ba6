package org.silah.constituents;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;
import org.silah.access.Branches;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clients in the order of their last change, as far as no change is still being written. Reads only. */
@Repository
class SyncedClients {

  record Row(
      UUID id, long fileNumber, String kind, @Nullable String agencyBearing, String name, @Nullable String latinName, String language, String branch,
      Instant createdAt, Instant updatedAt) {}

  /** Behind which row a page begins. */
  record Place(Instant updatedAt, UUID id) {

    private static final UUID FIRST = new UUID(0, 0);

    static Place from(@Nullable Instant since) {
      return new Place(since == null ? Instant.EPOCH : since, FIRST);
    }
  }

  private final JdbcClient db;
  private final Underway underway;
  private final Branches branches;
  private final Seen seen;

  SyncedClients(JdbcClient db, Underway underway, Branches branches, Seen seen) {
    this.db = db;
    this.underway = underway;
    this.branches = branches;
    this.seen = seen;
  }

  List<Row> page(ClientFilter filter, Place after, int limit) {
    var query = Sql.of("""
        select p.id, p.file_number, p.kind, p.agency_bearing, p.display_name, p.latin_name, p.language, p.home_branch_id, p.created_at, p.updated_at
        from constituents.party p
        where (p.updated_at, p.id) > (?, ?) and p.updated_at < ? and""", timestamp(after.updatedAt), after.id, underway.settled())
        .append(filter.where())
        .append(seen.only())
        .append("order by p.updated_at, p.id limit ?", limit);
    var codes = branches.all().stream().collect(Collectors.toMap(Branch::id, Branch::code));
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new Row(
            row.getObject("id", UUID.class), row.getLong("file_number"), row.getString("kind"), row.getString("agency_bearing"),
            row.getString("display_name"), row.getString("latin_name"), row.getString("language"),
            codes.get(row.getObject("home_branch_id", UUID.class)), row.getTimestamp("created_at").toInstant(),
            row.getTimestamp("updated_at").toInstant()))
        .list();
  }

  /** PostgreSQL knows no moment before 4713 BC and none after 294276. */
  private static Timestamp timestamp(Instant at) {
    var first = Instant.EPOCH;
    var last = Instant.parse("9999-12-31T00:00:00Z");
    return Timestamp.from(at.isBefore(first) ? first : at.isAfter(last) ? last : at);
  }
}
