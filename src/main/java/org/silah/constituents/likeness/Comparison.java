package org.silah.constituents.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Compares two records, trait by trait. Not for several threads: it remembers words of two scripts, which take long to compare. */
public final class Comparison {

  /** In shorter words every letter counts. */
  private static final int SLIPS_FROM = 4;

  private final WordLikeness words;

  public Comparison(NameVariants variants) {
    words = new WordLikeness(variants);
  }

  public List<Observation> of(Traits a, Traits b, Frequencies frequencies) {
    var seen = new ArrayList<Observation>(12);
    names(a.names(), b.names(), seen);
    if (a.birth() != null && b.birth() != null) {
      seen.add(new Observation(Evidence.BIRTH, birth(a.birth(), b.birth()), a.birth(), b.birth()));
    }
    best(Evidence.PHONE, a.phones(), b.phones(), Comparison::number, seen);
    best(Evidence.EMAIL, a.emails(), b.emails(), Comparison::email, seen);
    identities(a.identities(), b.identities(), seen);
    if (!a.address().isEmpty() && !b.address().isEmpty()) {
      seen.add(new Observation(Evidence.ADDRESS, address(a.address(), b.address(), frequencies), "", ""));
    }
    if (a.gender() != null && b.gender() != null) {
      seen.add(new Observation(Evidence.GENDER, a.gender().equals(b.gender()) ? Level.SAME : Level.DIFFERENT, a.gender(), b.gender()));
    }
    return seen;
  }

  /** The two of their names that agree best. */
  private void names(List<Name> some, List<Name> others, List<Observation> seen) {
    var best = List.<Observation>of();
    double most = Double.NEGATIVE_INFINITY;
    for (var one : some) {
      for (var other : others) {
        if (!one.isEmpty() && !other.isEmpty()) {
          var names = names(one, other);
          double agreement = names.stream().mapToDouble(seenOf -> switch (seenOf.level()) {
            case SAME -> 1;
            case NEAR -> 0.6;
            case LOOSE -> 0;
            case DIFFERENT -> -1;
          }).sum();
          if (agreement > most) {
            most = agreement;
            best = names;
          }
        }
      }
    }
    seen.addAll(best);
  }

  private List<Observation> names(Name a, Name b) {
    var straight = new ArrayList<Observation>(4);
    double agreement = part(Evidence.GIVEN, a.given(), b.given(), straight);
    agreement += line(a, b, straight);
    if (a.given() != null && b.given() != null && a.family() != null && b.family() != null && a.middle().isEmpty() && b.middle().isEmpty()) {
      var turned = new ArrayList<Observation>(3);
      double crosswise = part(Evidence.GIVEN, a.given(), b.family(), turned) + part(Evidence.FAMILY, a.family(), b.given(), turned);
      if (crosswise > agreement + 0.5 && crosswise > 1.5) {
        turned.add(new Observation(Evidence.ORDER, Level.DIFFERENT, "", ""));
        return turned;
      }
    }
    return straight;
  }

  /** Father, grandfather and family: those of the shorter name against some of the longer, in their order. */
  private double line(Name a, Name b, List<Observation> seen) {
    var one = a.line();
    var other = b.line();
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    boolean swapped = one.size() > other.size();
    var shorter = swapped ? other : one;
    var longer = swapped ? one : other;
    boolean families = a.family() != null && b.family() != null;
    var places = places(shorter, longer);
    double agreement = 0;
    for (int i = 0; i < places.length; i++) {
      boolean last = families && i == shorter.size() - 1 && places[i] == longer.size() - 1;
      var mine = swapped ? longer.get(places[i]) : shorter.get(i);
      var theirs = swapped ? shorter.get(i) : longer.get(places[i]);
      agreement += part(last ? Evidence.FAMILY : Evidence.MIDDLE, mine, theirs, seen);
    }
    return agreement;
  }

  /** Where in the longer line each part of the shorter stands. */
  private int[] places(List<String> shorter, List<String> longer) {
    int spare = longer.size() - shorter.size();
    var sums = new double[shorter.size() + 1][longer.size() + 1];
    for (int i = 1; i <= shorter.size(); i++) {
      java.util.Arrays.fill(sums[i], Double.NEGATIVE_INFINITY);
      for (int j = i; j <= i + spare; j++) {
        // of two ways that are as good the one that leaves the family in its place
        double here = sums[i - 1][j - 1] + likeness(shorter.get(i - 1), longer.get(j - 1)) + (i == shorter.size() && j == longer.size() ? 0.1 : 0);
        sums[i][j] = Math.max(here, j > i ? sums[i][j - 1] : Double.NEGATIVE_INFINITY);
      }
    }
    var places = new int[shorter.size()];
    int j = longer.size();
    for (int i = shorter.size(); i > 0; i--) {
      while (j > i && sums[i][j] == sums[i][j - 1]) {
        j--;
      }
      places[i - 1] = --j;
    }
    return places;
  }

  private double part(Evidence of, @Nullable String a, @Nullable String b, List<Observation> seen) {
    if (a == null || b == null || isInitial(a, b) || isInitial(b, a)) {
      return 0;
    }
    double likeness = likeness(a, b);
    var level = likeness >= WordLikeness.SAME ? Level.SAME : likeness >= WordLikeness.NEAR ? Level.NEAR : likeness >= 0.55 ? Level.LOOSE : Level.DIFFERENT;
    seen.add(new Observation(of, level, a, b));
    return likeness;
  }

  private static boolean isInitial(String a, String b) {
    return a.length() == 1 && b.length() > 1 && b.charAt(0) == a.charAt(0);
  }

  private double likeness(String a, String b) {
    return words.of(a, b);
  }

  private static Level birth(String a, String b) {
    if (a.equals(b)) {
      return Level.SAME;
    }
    if (a.length() == 8 && b.length() == 8) {
      boolean monthForDay = a.substring(0, 4).equals(b.substring(0, 4)) && a.substring(4, 6).equals(b.substring(6)) && a.substring(6).equals(b.substring(4, 6));
      if (monthForDay || Typing.slips(a, b, 1) == 1) {
        return Level.NEAR;
      }
      if (a.substring(0, 4).equals(b.substring(0, 4)) || Typing.slips(a, b, 2) == 2) {
        return Level.LOOSE;
      }
    }
    return Level.DIFFERENT;
  }

  private static Level number(String a, String b) {
    if (a.equals(b)) {
      return Level.SAME;
    }
    return Math.min(a.length(), b.length()) >= 5 && Typing.slips(a, b, 1) == 1 ? Level.NEAR : Level.DIFFERENT;
  }

  private static Level email(String a, String b) {
    if (a.equals(b)) {
      return Level.SAME;
    }
    int at = a.indexOf('@');
    boolean sameBox = at >= 4 && b.startsWith(a.substring(0, at + 1));
    return sameBox || Typing.slips(a, b, 1) == 1 ? Level.NEAR : Level.DIFFERENT;
  }

  private static void best(Evidence of, Collection<String> some, Collection<String> others, BiFunction<String, String, Level> compare, List<Observation> seen) {
    Observation best = null;
    for (var one : some) {
      for (var other : others) {
        var level = compare.apply(one, other);
        if (best == null || level.compareTo(best.level()) < 0) {
          best = new Observation(of, level, one, other);
        }
      }
    }
    if (best != null) {
      seen.add(best);
    }
  }

  /** Numbers of two kinds or two countries say nothing of each other. */
  private static void identities(List<String> some, List<String> others, List<Observation> seen) {
    Observation best = null;
    for (var one : some) {
      for (var other : others) {
        int end = one.lastIndexOf(' ');
        if (one.regionMatches(0, other, 0, end + 1) && other.lastIndexOf(' ') == end) {
          var level = number(one.substring(end + 1), other.substring(end + 1));
          if (best == null || level.compareTo(best.level()) < 0) {
            best = new Observation(Evidence.IDENTITY, level, one, other);
          }
        }
      }
    }
    if (best != null) {
      seen.add(best);
    }
  }

  /** How much of what the two addresses say they say alike; a rare street counts more than a city. */
  private Level address(List<String> some, List<String> others, Frequencies frequencies) {
    double shared = 0;
    double all = 0;
    long taken = 0;
    for (var word : some) {
      double weight = rarity(word, frequencies);
      all += weight;
      int at = found(word, others, taken);
      if (at >= 0) {
        taken |= 1L << at;
        shared += weight + Math.min(weight, rarity(others.get(at), frequencies));
      }
    }
    for (var word : others) {
      all += rarity(word, frequencies);
    }
    double share = shared / all;
    return share >= 0.75 ? Level.SAME : share >= 0.45 ? Level.NEAR : share >= 0.2 ? Level.LOOSE : Level.DIFFERENT;
  }

  /** Where among the others that are not taken the same word stands, or one that a slip of the hand makes of it; -1 if nowhere. */
  private int found(String word, List<String> others, long taken) {
    for (int i = 0; i < others.size(); i++) {
      if ((taken & 1L << i) == 0 && others.get(i).equals(word)) {
        return i;
      }
    }
    for (int i = 0; i < others.size() && word.length() >= SLIPS_FROM; i++) {
      if ((taken & 1L << i) == 0 && others.get(i).length() >= SLIPS_FROM && slipped(words.word(word), words.word(others.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  private static double rarity(String word, Frequencies frequencies) {
    return -Math.log(Math.min(0.9, frequencies.of(Evidence.ADDRESS, word)));
  }

  private static boolean slipped(Word word, Word other) {
    int shortest = Math.min(word.bare().length(), other.bare().length());
    if (shortest < SLIPS_FROM || word.hasLittleInCommon(other)) {
      return false;
    }
    int most = shortest >= 8 ? 2 : 1;
    return Typing.slips(word.bare(), other.bare(), most) <= most;
  }
}
