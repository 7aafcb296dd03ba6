package org.silah.constituents.lists;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of the list ended.
 *
 * @param key what the client was sorted by: the key of the name, the file number, the moment of the last change
 */
record Place(UUID id, String key) {

  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  /** Nothing for what is no cursor of this order: the list begins anew. */
  static Optional<Place> of(String cursor, Sort sort) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var place = new Place(UUID.fromString(text.substring(0, 36)), text.substring(36));
      boolean readable = switch (sort) {
        case NAME, NAME_BACK, NEWEST, OLDEST -> place.key.indexOf(0) < 0;
        case NUMBER, NUMBER_BACK -> place.number() > Long.MIN_VALUE;
        case CHANGED, CHANGED_BACK -> place.moment().toInstant().isAfter(Instant.EPOCH) && place.moment().toInstant().isBefore(LAST);
      };
      return readable ? Optional.of(place) : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  String cursor() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
  }

  long number() {
    return Long.parseLong(key);
  }

  Timestamp moment() {
    return Timestamp.from(Instant.parse(key));
  }
}
