package org.silah.constituents.duplicates;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.duplicates.KeptRecords.Kept;
import org.silah.constituents.likeness.Comparison;
import org.silah.constituents.likeness.Evidence;
import org.silah.constituents.likeness.Frequencies;
import org.silah.constituents.likeness.Level;
import org.silah.constituents.likeness.Weights;

/**
 * Two clients who are likely one, and what speaks for it and against it.
 *
 * @param a the smaller of their ids, as PostgreSQL orders them
 * @param chance above one half
 * @param bits how many times likelier than the next answer, as a power of two
 */
record Proposal(UUID a, UUID b, Band band, double chance, double bits, List<Reason> reasons) {

  /** UUIDs in the order of their bytes; Java's own compares halves as signed numbers. */
  static final Comparator<UUID> ORDER =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned).thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  /** @param bits for one client, negative against */
  record Reason(Evidence of, Level level, double bits) {

    /** Whether it is worth telling: what hardly weighs is not. */
    boolean isTelling() {
      return Math.abs(bits) >= 1;
    }

    /** Message key of its words. */
    String key() {
      return "constituents.duplicates.reason." + of.code() + "." + level.code();
    }

    /** How it is shown: for, or against. */
    String tone() {
      return bits > 0 ? "ok" : "warn";
    }
  }

  /** What is worth telling, each once: of several fathers' names that agree one sentence is enough. */
  List<Reason> told() {
    var told = new LinkedHashMap<String, Reason>();
    reasons.stream().filter(Reason::isTelling).forEach(reason -> told.putIfAbsent(reason.key(), reason));
    return List.copyOf(told.values());
  }

  /** Nothing if they are more likely two. */
  static Optional<Proposal> of(Kept one, Kept other, Comparison comparison, Weights weights, Frequencies frequencies) {
    if (one.traits().sort() != other.traits().sort()) {
      return Optional.empty();
    }
    var seen = comparison.of(one.traits(), other.traits(), frequencies);
    var chances = weights.chances(seen, frequencies);
    return Band.of(chances, seen).map(band -> {
      boolean ordered = ORDER.compare(one.party(), other.party()) < 0;
      var reasons = seen.stream().map(of -> new Reason(of.of(), of.level(), weights.forOneClient(of, frequencies))).toList();
      return new Proposal(ordered ? one.party() : other.party(), ordered ? other.party() : one.party(), band, chances.client(), chances.bits(), reasons);
    });
  }
}
