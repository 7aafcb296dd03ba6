package org.silah.constituents.lists;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One deed for many clients.
 *
 * @param outcomes how many clients by outcome
 */
record Batch(UUID id, String deed, Map<String, String> settings, int clients, String askedBy, Instant askedAt, @Nullable Instant finishedAt, Map<String, Integer> outcomes) {

  int with(String outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  int worked() {
    return clients - with("waiting");
  }

  boolean isAtWork() {
    return finishedAt == null;
  }
}
