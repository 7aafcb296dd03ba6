package org.silah.constituents.merging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;

/** Why one of several values is proposed. */
enum Better {
  /** Only one of the files says anything. */
  ONLY,
  /** A date of birth that is not the first day of a half-year, which stands for one that nobody knew. */
  EXACT,
  /** A name with more parts. */
  FULLER,
  /** True on a later day; of one day and source, written down later. */
  NEWER,
  /** Learnt on the same day, from a source nearer to the client. */
  TRUSTED,
  /** Nothing tells them apart: that of the file that stays. */
  KEPT;

  /** The nearer to the client the further in front. */
  private static final List<String> NEAR = List.of("document", "form", "client", "visit", "call", "staff");

  /**
   * @param file whose value is likely the better one
   * @param why null if all say the same
   */
  record Proposal(PartyId file, @Nullable Better why) {}

  /**
   * Ranks a value by itself, never by the others: so it does not matter in which order several files become one.
   *
   * @param rank the higher the better
   */
  record Rule(Better why, ToLongFunction<Told> rank) {}

  private static final List<Rule> OF_ANYTHING = List.of(
      new Rule(NEWER, told -> told.asOf().toEpochDay()),
      new Rule(TRUSTED, told -> NEAR.contains(told.source()) ? NEAR.size() - NEAR.indexOf(told.source()) : 0),
      new Rule(NEWER, told -> told.recordedAt().toEpochMilli()));

  /**
   * @param all at least one, the file that stays first
   * @param first what decides before that which decides of anything, in its order
   */
  static Proposal propose(Map<PartyId, Told> all, PartyId kept, List<Rule> first) {
    var likeliest = all.keySet().iterator().next();
    if (all.size() == 1) {
      return new Proposal(likeliest, likeliest.equals(kept) ? null : ONLY);
    }
    if (agree(all)) {
      return new Proposal(likeliest, null);
    }
    var left = new LinkedHashMap<>(all);
    for (var rules : List.of(first, OF_ANYTHING)) {
      for (var rule : rules) {
        long best = left.values().stream().mapToLong(rule.rank).max().orElseThrow();
        boolean decides = left.values().removeIf(told -> rule.rank.applyAsLong(told) < best);
        if (decides && agree(left)) {
          return new Proposal(left.keySet().iterator().next(), rule.why);
        }
      }
    }
    return new Proposal(left.keySet().iterator().next(), KEPT);
  }

  private static boolean agree(Map<PartyId, Told> told) {
    return told.values().stream().map(Told::value).distinct().count() == 1;
  }

  String key() {
    return "constituents.merge.better." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
