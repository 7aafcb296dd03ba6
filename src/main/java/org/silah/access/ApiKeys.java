package org.silah.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The keys of programs. The only class that touches {@code access.api_key}, where a key is known by its hash alone. */
@Repository
public class ApiKeys {

  private static final String PREFIX = "silah_";
  /** So that a busy program does not write its row at each request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final JdbcClient db;
  private final Clock clock;
  private final Branches branches;
  private final Actors actors;
  private final Audit audit;

  ApiKeys(JdbcClient db, Clock clock, Branches branches, Actors actors, Audit audit) {
    this.db = db;
    this.clock = clock;
    this.branches = branches;
    this.actors = actors;
    this.audit = audit;
  }

  /** Makes a key and returns it; this is the only time it can be seen. */
  @Transactional
  public String issue(String name, Set<Scope> scopes) {
    return issue(name, scopes, Sight.WHOLE);
  }

  @Transactional
  public String issue(String name, Set<Scope> scopes, Sight sight) {
    var id = Ids.next();
    var key = PREFIX + Secrets.key();
    var codes = new TreeSet<>(scopes.stream().map(Scope::code).toList());
    db.sql("""
        insert into access.api_key (id, name, key_hash, hint, scopes, home_branch_id, sees, created_by, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id, name, Sha256.of(key), key.substring(key.length() - 4), codes.toArray(String[]::new), sight.home(), sight.array(), issuer(),
            Timestamp.from(clock.instant()))
        .update();
    audit.record("api-key.issue", "api-key", id, Map.of("name", name, "scopes", codes, "branches", branches.told(sight)));
    return key;
  }

  List<ApiKey> all() {
    return db.sql("select * from access.api_key order by revoked_at nulls first, created_at desc").query((row, _) -> read(row)).list();
  }

  /** @return whether there was such a key in force */
  @Transactional
  boolean revoke(UUID id) {
    var revoked = db.sql("update access.api_key set revoked_at = ? where id = ? and revoked_at is null").params(Timestamp.from(clock.instant()), id).update() == 1;
    if (revoked) {
      audit.record("api-key.revoke", "api-key", id, Map.of());
    }
    return revoked;
  }

  /** The key in force that {@code bearer} is. It is looked up by its hash, so the time taken tells nothing about it. */
  Optional<ApiKey> find(String bearer) {
    if (!bearer.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var found = db.sql("select * from access.api_key where key_hash = ? and revoked_at is null").param(Sha256.of(bearer)).query((row, _) -> read(row)).optional();
    found.filter(this::longUnused).ifPresent(key -> noteUse(key.id()));
    return found;
  }

  private boolean longUnused(ApiKey key) {
    return key.lastUsedAt() == null || key.lastUsedAt().plus(NOTED_EVERY).isBefore(clock.instant());
  }

  private void noteUse(UUID id) {
    db.sql("update access.api_key set last_used_at = ? where id = ?").params(Timestamp.from(clock.instant()), id).update();
  }

  private @Nullable UUID issuer() {
    var actor = actors.current();
    return actor.kind() == Actor.Kind.STAFF && actor.id() != null ? UUID.fromString(actor.id()) : null;
  }

  private static ApiKey read(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("hint"),
        Set.of((String[]) row.getArray("scopes").getArray()).stream().collect(Collectors.toCollection(TreeSet::new)),
        StaffMembers.sight(row),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
