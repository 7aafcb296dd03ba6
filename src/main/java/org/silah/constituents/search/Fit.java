package org.silah.constituents.search;

import java.util.Comparator;
import java.util.List;
import org.silah.constituents.text.NameKeys;

/**
 * How well a name fits what was typed.
 *
 * @param tier of the word that fits worst
 * @param score among those of one tier; higher is better
 * @param words of the name
 */
record Fit(Tier tier, int score, int words) {

  /** In which way a word stands in a name, the best first. */
  enum Tier { EXACT, BEGINNING, SCRIPT, SLIP, TRAIT, NONE }

  /** @param score higher is better */
  record OfWord(Tier tier, int score) {
    static final OfWord NONE = new OfWord(Tier.NONE, 0);
  }

  static final Fit NONE = new Fit(Tier.NONE, 0, 0);
  static final Comparator<Fit> BEST_FIRST = Comparator.comparing(Fit::tier).thenComparing(Fit::score, Comparator.reverseOrder());

  private static final int WHOLE = 200;
  private static final int IN_ORDER = 10;
  private static final int GIVEN_NAME = 8;

  /** The best of a client's names. */
  static Fit of(List<Spellings> asked, Candidate candidate) {
    return candidate.names().stream().map(name -> of(asked, NameKeys.tokens(name))).min(BEST_FIRST).orElse(NONE);
  }

  static Fit of(List<Spellings> asked, List<String> name) {
    var used = new boolean[name.size()];
    var tier = Tier.EXACT;
    int score = 0;
    int before = -1;
    boolean ordered = true;
    for (var word : asked) {
      int place = best(word, name, used);
      if (place < 0) {
        return NONE;
      }
      used[place] = true;
      var fit = word.fit(name.get(place));
      tier = fit.tier().compareTo(tier) > 0 ? fit.tier() : tier;
      score += fit.score();
      ordered &= place > before;
      before = place;
    }
    boolean whole = asked.size() == name.size() && score == Spellings.FULL * asked.size();
    return new Fit(tier, score + (ordered ? IN_ORDER : 0) + (used[0] ? GIVEN_NAME : 0) + (whole && ordered ? WHOLE : 0), name.size());
  }

  /** Found by something beside the name. */
  Fit byTrait() {
    return new Fit(Tier.TRAIT, score, words);
  }

  boolean fits() {
    return tier != Tier.NONE;
  }

  private static int best(Spellings word, List<String> name, boolean[] used) {
    int best = -1;
    for (int i = 0; i < name.size(); i++) {
      if (!used[i] && word.fit(name.get(i)).score() > (best < 0 ? 0 : word.fit(name.get(best)).score())) {
        best = i;
      }
    }
    return best;
  }
}
