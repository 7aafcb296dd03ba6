package org.silah.constituents.likeness;

import java.util.List;
import org.silah.kernel.PersonName;

/**
 * How much two full names are alike, on the names alone: part against part in their order, where the longer may have parts that
 * the other leaves out (a grandfather, the family). One part that is another name makes two names of them.
 */
public final class NameLikeness {

  /** From here on the names are taken for the same. */
  public static final double SAME = 0.8;
  /** From here on they may be. */
  public static final double MAYBE = 0.5;

  private static final double PART_LEFT_OUT = 0.75;
  private static final double ANOTHER_LEFT_OUT = 0.93;
  private static final double TURNED = 0.75;

  /** What the names alone say. */
  public enum Verdict {
    SAME, MAYBE, DIFFERENT;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Verdict of(double score) {
      return score >= NameLikeness.SAME ? SAME : score >= NameLikeness.MAYBE ? MAYBE : DIFFERENT;
    }
  }

  private final WordLikeness words;

  public NameLikeness(NameVariants variants) {
    words = new WordLikeness(variants);
  }

  /** 0 to 1; 0 if either has no letter or digit. The same both ways round. */
  public double of(String a, String b) {
    var parts = PersonName.tokens(a);
    var others = PersonName.tokens(b);
    if (parts.isEmpty() || others.isEmpty()) {
      return 0;
    }
    return parts.size() <= others.size() ? of(parts, others) : of(others, parts);
  }

  private double of(List<String> shorter, List<String> longer) {
    double best = Math.max(aligned(shorter, longer), joined(shorter, longer));
    boolean two = shorter.size() == 2 && longer.size() == 2;
    return two ? Math.max(best, TURNED * aligned(shorter, longer.reversed())) : best;
  }

  /** Written apart or in one: Abu Bakr, Noor Ul Ain. */
  private double joined(List<String> shorter, List<String> longer) {
    var whole = String.join("", shorter);
    var other = String.join("", longer);
    return shorter.size() == longer.size() || Math.abs(whole.length() - other.length()) > 2 ? 0 : words.of(whole, other);
  }

  /** The best way to find the parts of the shorter name among those of the longer, in their order. */
  private double aligned(List<String> shorter, List<String> longer) {
    int spare = longer.size() - shorter.size();
    var best = new Alignment[shorter.size() + 1][longer.size() + 1];
    best[0][0] = Alignment.NONE;
    for (int i = 0; i <= shorter.size(); i++) {
      for (int j = i; j <= i + spare; j++) {
        var so = best[i][j];
        if (i > 0 && best[i - 1][j - 1] != null) {
          so = better(so, best[i - 1][j - 1].with(words.of(shorter.get(i - 1), longer.get(j - 1))));
        }
        if (j > i && best[i][j - 1] != null) {
          so = better(so, best[i][j - 1]);
        }
        best[i][j] = so;
      }
    }
    var found = best[shorter.size()][longer.size()];
    double left = spare == 0 ? 1 : PART_LEFT_OUT * Math.pow(ANOTHER_LEFT_OUT, spare - 1);
    return found == null ? 0 : left * found.score();
  }

  private static Alignment better(Alignment a, Alignment b) {
    return a == null || b.score() > a.score() ? b : a;
  }

  private record Alignment(int parts, double product, double worst) {

    static final Alignment NONE = new Alignment(0, 1, 1);

    Alignment with(double likeness) {
      return new Alignment(parts + 1, product * likeness, Math.min(worst, likeness));
    }

    double score() {
      return parts == 0 ? 1 : 0.5 * Math.pow(product, 1.0 / parts) + 0.5 * worst;
    }
  }
}
