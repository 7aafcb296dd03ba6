package org.silah.constituents.merging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Fact;
import org.silah.constituents.Field;
import org.silah.constituents.PartyId;
import org.silah.kernel.PersonName;

/**
 * One field of which several files say something.
 *
 * @param facts what each file says, the file that stays first
 * @param proposed whose value is likely the better one
 * @param why null if all say the same
 */
record Choice(Field field, Map<PartyId, Fact> facts, PartyId proposed, @Nullable Better why) {

  /** The nearer to the client the further in front. */
  private static final List<String> TRUSTED = List.of("document", "form", "client", "visit", "call", "staff");
  private static final Set<String> UNKNOWN_DAYS = Set.of("01-01", "07-01");

  /** @param facts at least one, the file that stays first */
  static Choice of(Field field, Map<PartyId, Fact> facts, PartyId kept) {
    if (facts.size() == 1) {
      var only = facts.keySet().iterator().next();
      return new Choice(field, facts, only, only.equals(kept) ? null : Better.ONLY);
    }
    // a sensitive value may be withheld: which of them stays is told by its day alone
    if (field.sensitive() == null && facts.values().stream().map(Fact::value).distinct().count() == 1) {
      return new Choice(field, facts, facts.keySet().iterator().next(), null);
    }
    var left = new LinkedHashMap<>(facts);
    for (var rule : rules(field)) {
      long best = left.values().stream().mapToLong(rule.rank).max().orElseThrow();
      boolean decides = left.values().removeIf(fact -> rule.rank.applyAsLong(fact) < best);
      if (decides && left.values().stream().map(Fact::value).distinct().count() == 1) {
        return new Choice(field, facts, left.keySet().iterator().next(), rule.why);
      }
    }
    return new Choice(field, facts, left.keySet().iterator().next(), Better.KEPT);
  }

  /** @param rank the higher the better */
  private record Rule(Better why, ToLongFunction<Fact> rank) {}

  /**
   * In the order in which they decide. Each ranks a value by itself, never by the others: so it does not matter in which order several
   * files become one.
   */
  private static List<Rule> rules(Field field) {
    var rules = new ArrayList<Rule>();
    if (field == Field.BIRTH_ON) {
      rules.add(new Rule(Better.EXACT, fact -> UNKNOWN_DAYS.contains(fact.value().substring(5)) ? 0 : 1));
    }
    if (field.input() == Field.Input.NAME) {
      rules.add(new Rule(Better.FULLER, fact -> words(fact.value()).size()));
    }
    rules.add(new Rule(Better.NEWER, fact -> fact.asOf().toEpochDay()));
    rules.add(new Rule(Better.TRUSTED, fact -> TRUSTED.contains(fact.source()) ? TRUSTED.size() - TRUSTED.indexOf(fact.source()) : 0));
    rules.add(new Rule(Better.NEWER, fact -> fact.recordedAt().toEpochMilli()));
    return rules;
  }

  private static Set<String> words(String name) {
    return Set.copyOf(PersonName.tokens(name));
  }

  boolean isOpen() {
    return why != null;
  }
}
