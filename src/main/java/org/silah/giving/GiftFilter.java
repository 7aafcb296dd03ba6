package org.silah.giving;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.kernel.Sql;

/**
 * Which gifts a list is of; null for any.
 *
 * @param from first day
 * @param to last day
 */
record GiftFilter(
    @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Purpose purpose, @Nullable GiftChannel channel, @Nullable PartyId giver,
    Standing standing) {

  /** Whether gifts count, or were reversed. */
  enum Standing {
    ALL, RECEIVED, REVERSED;

    @JsonValue
    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Standing of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  static GiftFilter everything() {
    return new GiftFilter(null, null, null, null, null, Standing.ALL);
  }

  GiftFilter only(Standing other) {
    return new GiftFilter(from, to, purpose, channel, giver, other);
  }

  /** Asks for nothing but days, which are counted already. */
  boolean isPeriod() {
    return purpose == null && channel == null && giver == null;
  }

  /** A condition on gifts {@code g} and their reversals {@code r}. */
  Sql where() {
    var parts = new ArrayList<Sql>();
    parts.add(Sql.of("true"));
    if (from != null) {
      parts.add(Sql.of("g.given_on >= ?", from));
    }
    if (to != null) {
      parts.add(Sql.of("g.given_on <= ?", to));
    }
    if (purpose != null) {
      parts.add(Sql.of("g.purpose = ?", purpose.code()));
    }
    if (channel != null) {
      parts.add(Sql.of("g.channel = ?", channel.code()));
    }
    if (giver != null) {
      parts.add(Sql.of("g.party_id = ?", giver.value()));
    }
    switch (standing) {
      case ALL -> {}
      case RECEIVED -> parts.add(Sql.of("r.gift_id is null"));
      case REVERSED -> parts.add(Sql.of("r.gift_id is not null"));
    }
    return Sql.join(" and ", parts);
  }
}
