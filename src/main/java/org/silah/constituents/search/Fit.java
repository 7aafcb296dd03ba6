package org.silah.constituents.search;

import java.util.Comparator;
import java.util.List;
import org.silah.constituents.Hit;
import org.silah.constituents.text.NameKeys;

/**
 * How well a name fits what was typed.
 *
 * @param all whether every word typed is in the name
 * @param score higher is better
 */
record Fit(boolean all, int score) {

  static final Fit NONE = new Fit(false, 0);
  static final Comparator<Fit> BEST_FIRST = Comparator.comparing(Fit::all).thenComparing(Fit::score).reversed();

  /** The better of a client's two names. */
  static Fit of(List<Spellings> asked, Hit hit) {
    var display = of(asked, NameKeys.tokens(hit.displayName()));
    return hit.latinName() == null ? display : BEST_FIRST.compare(display, of(asked, NameKeys.tokens(hit.latinName()))) <= 0
        ? display : of(asked, NameKeys.tokens(hit.latinName()));
  }

  static Fit of(List<Spellings> asked, List<String> name) {
    var used = new boolean[name.size()];
    int score = 0;
    int before = -1;
    boolean ordered = true;
    for (var word : asked) {
      int place = best(word, name, used);
      if (place < 0) {
        return NONE;
      }
      used[place] = true;
      score += word.fit(name.get(place));
      ordered &= place > before;
      before = place;
    }
    boolean whole = asked.size() == name.size() && score == Spellings.FULL * asked.size();
    boolean given = used[0];
    return new Fit(true, score + (ordered ? 10 : 0) + (given ? 8 : 0) + (whole && ordered ? 200 : 0) - Math.min(name.size(), 6));
  }

  private static int best(Spellings word, List<String> name, boolean[] used) {
    int best = -1;
    for (int i = 0; i < name.size(); i++) {
      if (!used[i] && word.fit(name.get(i)) > (best < 0 ? 0 : word.fit(name.get(best)))) {
        best = i;
      }
    }
    return best;
  }
}
