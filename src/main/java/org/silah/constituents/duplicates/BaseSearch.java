package org.silah.constituents.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.silah.constituents.duplicates.KeptRecords.Kept;
import org.silah.constituents.likeness.Block;
import org.silah.constituents.likeness.Comparison;
import org.silah.constituents.likeness.Estimation;
import org.silah.constituents.likeness.Frequencies;
import org.silah.constituents.likeness.Key;
import org.silah.constituents.likeness.NameVariants;
import org.silah.constituents.likeness.Weights;
import org.springframework.stereotype.Component;

/** Compares all clients who share a key, part of the keys after part, so that memory does not grow with the base. */
@Component
class BaseSearch {

  /** Keys of one kind are one run of numbers; each is cut into so many parts. */
  private static final int SLICES = 8;
  private static final long KIND = 1L << 60;
  /** A block of more is taken in pieces. */
  private static final int MOST_AT_ONCE = 20_000;
  private static final int DRAWN = 6_000;
  private static final int LEARNT_FROM = 60_000;
  private static final int SEED = 7;

  private final KeptRecords records;

  BaseSearch(KeptRecords records) {
    this.records = records;
  }

  static int parts() {
    return Key.values().length * SLICES;
  }

  private static long from(int part) {
    return part / SLICES * KIND + part % SLICES * (KIND / SLICES);
  }

  /** All proposals of one part of the keys. In a transaction. */
  List<Proposal> part(int part, Weights weights, Frequencies frequencies, NameVariants variants) {
    var comparison = new Comparison(variants);
    var found = new LinkedHashMap<List<UUID>, Proposal>();
    pairs(from(part), from(part + 1), (_, one, other) -> Proposal.of(one, other, comparison, weights, frequencies)
        .ifPresent(proposal -> found.put(List.of(proposal.a(), proposal.b()), proposal)));
    return List.copyOf(found.values());
  }

  /** Learns what agreements weigh from some of the pairs, drawn blindly. In a transaction. */
  Weights learn(Frequencies frequencies, NameVariants variants) {
    long clients = records.count();
    var random = new Random(SEED);
    var comparison = new Comparison(variants);
    // about one in four keys joins a pair or two in a small base, many more in a large one
    long share = Math.max(1, clients / 20_000);
    var pairs = new ArrayList<Estimation.Pair>();
    for (int part = 0; part < parts(); part++) {
      long low = from(part);
      pairs(low, low + (from(part + 1) - low) / share, (key, one, other) -> {
        // each pair by the first key that both have: else those who share many would count as many
        var shared = shared(one, other);
        if (pairs.size() < LEARNT_FROM && one.traits().sort() == other.traits().sort() && shared.getFirst() == key) {
          pairs.add(new Estimation.Pair(comparison.of(one.traits(), other.traits(), frequencies), shared.stream().map(Key::of).toList(), 0, 0));
        }
      });
    }
    var drawn = records.drawn(DRAWN).stream().map(Kept::traits).toList();
    return new Estimation(drawn, clients, frequencies, comparison).of(pairs, 1.0 / share, random);
  }

  private static List<Long> shared(Kept one, Kept other) {
    var shared = new ArrayList<Long>();
    for (int i = 0, j = 0; i < one.keys().length && j < other.keys().length;) {
      if (one.keys()[i] == other.keys()[j]) {
        shared.add(one.keys()[i]);
      }
      if (one.keys()[i] <= other.keys()[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  private void pairs(long from, long to, Pairing pair) {
    var block = new ArrayList<Kept>();
    var key = new long[1];
    records.walk(from, to, (next, kept) -> {
      if (next != key[0] || block.size() >= MOST_AT_ONCE) {
        compare(block, key[0], pair);
        block.clear();
        key[0] = next;
      }
      block.add(kept);
    });
    compare(block, key[0], pair);
  }

  private static void compare(List<Kept> block, long key, Pairing pair) {
    Block.pairs(block, Kept::traits, (one, other) -> pair.compare(key, one, other));
  }

  private interface Pairing {
    void compare(long key, Kept one, Kept other);
  }
}
