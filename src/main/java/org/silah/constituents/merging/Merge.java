package org.silah.constituents.merging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Two clients made one.
 *
 * @param theirs codes of the facts that are taken from the gone client; of all others the kept client's own stay
 * @param undoneAt null while they are one
 */
public record Merge(UUID id, PartyId kept, PartyId gone, Set<String> theirs, Instant at, String by, @Nullable Instant undoneAt) {

  /** Gives a statement its {@code :merge}, {@code :kept} and {@code :gone}. */
  public StatementSpec into(StatementSpec statement) {
    return statement.param("merge", id).param("kept", kept.value()).param("gone", gone.value());
  }

  public String[] codes() {
    return theirs.toArray(String[]::new);
  }

  public Timestamp timestamp() {
    return Timestamp.from(at);
  }
}
