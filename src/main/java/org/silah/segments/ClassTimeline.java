package org.silah.segments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.TimelineSource;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** A donor's moves between the classes, as facts of the timeline. */
@Component
class ClassTimeline implements TimelineSource {

  private final ClassMoves moves;

  ClassTimeline(ClassMoves moves) {
    this.moves = moves;
  }

  @Override
  public List<Entry> entries(PartyId party, Instant before, int limit, Words words) {
    return moves.before(party, before, limit).stream()
        .map(move -> new Entry(move.at(), icon(move), sentence(move, words), why(move, words), link(move)))
        .toList();
  }

  static String sentence(ClassMove move, Words words) {
    if (move.from() == null) {
      return words.get("segments.move.into", name(move.to(), words));
    }
    return move.to() == null
        ? words.get("segments.move.out", name(move.from(), words))
        : words.get("segments.move.between", name(move.from(), words), name(move.to(), words));
  }

  /** What else than a gift moved the donor. */
  private static @Nullable String why(ClassMove move, Words words) {
    return switch (move.cause()) {
      case CHOICE -> words.get("segments.move.by-choice");
      case DAY -> move.from() == null ? null : words.get("segments.move.by-day");
      case GIFTS, ASKED -> null;
    };
  }

  private static String name(@Nullable ValueClass of, Words words) {
    return of == null ? "" : words.get(of.key());
  }

  private static String icon(ClassMove move) {
    if (move.from() == null) {
      return "pyramid-plus";
    }
    return move.to() != null && move.to().compareTo(move.from()) < 0 ? "trending-up" : "trending-down";
  }

  private static @Nullable String link(ClassMove move) {
    return move.to() == null ? null : "/pyramid/" + move.to().code();
  }
}
