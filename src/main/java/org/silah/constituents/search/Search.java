package org.silah.constituents.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.FoundBy;
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

  private static final int LONGEST = 200;

  private final NumberSearch numbers;
  private final Readings readings;
  private final Candidates candidates;
  private final List<FoundBy> more;

  Search(NumberSearch numbers, Readings readings, Candidates candidates, List<FoundBy> more) {
    this.numbers = numbers;
    this.readings = readings;
    this.candidates = candidates;
    this.more = more;
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
      return new Finding(Stream.concat(byNumber.stream(), further(typed, limit).stream()).filter(distinct()).limit(limit).toList(), null);
    }
    var read = readings.asItStands(asked, limit);
    var byName = read.found();
    var further = further(typed, limit);
    boolean suspicious = Keyboard.isSuspicious(typed);
    var meant = byNumber.isEmpty() && further.isEmpty() && suspicious && isDoubtful(byName, true) ? onTheOtherKeyboard(asked, byName, limit) : null;
    if (meant == null) {
      byName = readings.further(read, limit);
      meant = byNumber.isEmpty() && further.isEmpty() && !suspicious && isDoubtful(byName, false) ? onTheOtherKeyboard(asked, byName, limit) : null;
    }
    // a word may begin an address as well, but a name is what people mean first
    return meant != null ? meant
        : new Finding(Stream.of(byName.stream().map(Fitting::hit), byNumber.stream(), further.stream()).flatMap(hits -> hits).filter(distinct()).limit(limit).toList(), null);
  }

  /** What is found by what modules keep of clients. */
  private List<Hit> further(String typed, int limit) {
    var matched = new LinkedHashMap<PartyId, String>();
    more.forEach(one -> one.find(typed.substring(0, Math.min(typed.length(), LONGEST)), limit).forEach(matched::putIfAbsent));
    return candidates.hits(matched.keySet(), matched);
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
      var meant = readings.asItStands(Asked.of(other), limit).found();
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
