package org.silah.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's right to use the API. The key itself is shown once and never kept.
 *
 * @param hint the key's last four characters, to tell one from another
 */
record ApiKey(
    UUID id, String name, String hint, Set<String> scopes, Sight sight, Instant createdAt, @Nullable Instant lastUsedAt, @Nullable Instant revokedAt) {

  boolean revoked() {
    return revokedAt != null;
  }
}
