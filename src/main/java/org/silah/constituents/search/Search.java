package org.silah.constituents.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Hit;
import org.silah.constituents.PartyId;
import org.silah.constituents.search.Fit.Tier;
import org.springframework.stereotype.Component;

/**
 * Finds clients in sight as people type: part of a name in any spelling, with a slip of the hand, on the keyboard of the other script;
 * a phone or some digits of it, an e-mail, a number; a name and where its bearer lives. Nothing typed is an error.
 */
@Component
public class Search {

  private final NumberSearch numbers;
  private final Readings readings;
  private final Candidates candidates;

  Search(NumberSearch numbers, Readings readings, Candidates candidates) {
    this.numbers = numbers;
    this.readings = readings;
    this.candidates = candidates;
  }

  /** The best first, at most {@code limit}. */
  public List<Hit> find(String typed, int limit) {
    return look(typed, limit).hits();
  }

  /** The same, and whether something else was looked for than what was typed. */
  public Finding look(String typed, int limit) {
    var asked = Asked.of(typed);
    if (asked.isEmpty()) {
      return new Finding(List.of(), null);
    }
    var matched = numbers.find(asked);
    var byNumber = candidates.hits(matched.keySet(), matched);
    if (!byNumber.isEmpty() && !asked.isOneWord()) {
      return new Finding(byNumber.subList(0, Math.min(limit, byNumber.size())), null);
    }
    var byName = readings.asItStands(asked, limit);
    boolean suspicious = Keyboard.isSuspicious(typed);
    var meant = byNumber.isEmpty() && suspicious && isDoubtful(byName, true) ? onTheOtherKeyboard(asked, byName, limit) : null;
    if (meant == null) {
      byName = readings.further(asked, byName, limit);
      meant = byNumber.isEmpty() && !suspicious && isDoubtful(byName, false) ? onTheOtherKeyboard(asked, byName, limit) : null;
    }
    // a word may begin an address as well, but a name is what people mean first
    return meant != null ? meant
        : new Finding(Stream.concat(byName.stream().map(Fitting::hit), byNumber.stream()).filter(distinct()).limit(limit).toList(), null);
  }

  /** Nothing, or what is only near to it: then it may have been typed on the other keyboard. */
  private static boolean isDoubtful(List<Fitting> found, boolean suspicious) {
    if (found.isEmpty()) {
      return true;
    }
    var best = found.getFirst().fit().tier();
    return best == Tier.SLIP || best == Tier.SCRIPT && suspicious;
  }

  private @Nullable Finding onTheOtherKeyboard(Asked asked, List<Fitting> found, int limit) {
    for (var other : Keyboard.others(asked.asTyped())) {
      var meant = readings.asItStands(Asked.of(other), limit);
      if (!meant.isEmpty() && meant.getFirst().fit().tier().compareTo(found.isEmpty() ? Tier.BEGINNING : Tier.EXACT) <= 0) {
        return new Finding(meant.stream().map(Fitting::hit).limit(limit).toList(), other);
      }
    }
    return null;
  }

  private static Predicate<Hit> distinct() {
    var seen = new LinkedHashSet<PartyId>();
    return hit -> seen.add(hit.id());
  }
}
