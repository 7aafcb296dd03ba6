package org.silah.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the folded words of a name together into its parts: see {@link PersonName#tokens}. */
final class NameParts {

  private static final Set<String> KINSHIP = Set.of("بن", "ابن", "بنت", "ابنه", "bin", "bint", "binte", "binti", "ibn", "bn",
      "bnt");

  /** Words that need the next one, by how the part begins with them. */
  private static final Map<String, String> OPENERS = openers(
      "عبد عبد", "ابو ابو ابا ابي", "بو بو", "ام ام", "ذو ذو ذي", "ال ال",
      "abu abu abou abo aboo", "abual abul aboul", "bu bu bou", "um um umm om oum", "al al aal", "el el",
      LatinServant.BEGIN + " abd abdul abdel abdal abdil abdoul abdur abder abdar abdus abdes abdun abden abdud abdush");

  private static final Set<String> LATIN_ARTICLES = Set.of("al", "el", "ul", "il", "ar", "er", "ur", "as", "es", "us", "an", "en",
      "un", "ad", "ed", "ud", "at", "az", "ez");

  private static final Set<String> TAKEN_ARTICLES = Set.of("as", "ash", "ar", "ad", "adh", "an", "at", "ath", "az");

  private final String[] words;
  private final List<String> parts = new ArrayList<>();
  private int next;

  private NameParts(String[] words) {
    this.words = words;
  }

  static List<String> of(String folded) {
    if (folded.isEmpty()) {
      return List.of();
    }
    var parts = new NameParts(folded.split(" "));
    parts.read();
    return List.copyOf(parts.parts);
  }

  static boolean isKinship(String word) {
    return KINSHIP.contains(word);
  }

  private void read() {
    while (next < words.length) {
      var word = words[next++];
      if (isKinship(word) && words.length > 1 || word.equals("ben") && next > 1 && next < words.length) {
        continue;
      }
      if (endsPrevious(word)) {
        parts.add(parts.removeLast() + word);
      } else if (isLatinFaith(word)) {
        parts.add(LatinServant.faithful(parts.removeLast()));
      } else {
        parts.add(part(word));
      }
    }
    if (parts.isEmpty() && words.length > 0) {
      parts.add(words[words.length - 1]);
    }
  }

  /** الله and الدين never stand alone as a name: نصر الله, صلاح الدين. */
  private boolean endsPrevious(String word) {
    return (word.equals("الله") || word.equals("الدين")) && !parts.isEmpty() && parts.getLast().length() < 20;
  }

  /** The same in Latin letters, with or without an article of its own: Salah El Din, Nour Eddine. */
  private boolean isLatinFaith(String word) {
    if (parts.isEmpty() || !LatinServant.isLatin(parts.getLast())) {
      return false;
    }
    if (LATIN_ARTICLES.contains(word) && next < words.length && LatinServant.FAITH.contains(words[next])) {
      next++;
      return true;
    }
    return LatinServant.FAITH.contains(word);
  }

  private String part(String word) {
    var opener = OPENERS.get(word);
    if (opener == null || next == words.length || isKinship(words[next])) {
      return assimilated(word);
    }
    if (opener.equals(LatinServant.BEGIN)) {
      return servant();
    }
    return opener + afterArticle(opener.endsWith("ال") || opener.equals("al") || opener.equals("el"));
  }

  /** The word after an opener; an article that stands alone before it is taken along, one too many is dropped. */
  private String afterArticle(boolean alreadyThere) {
    var word = words[next++];
    if (isArticle(word) && next < words.length) {
      return (alreadyThere ? "" : word) + words[next++];
    }
    return alreadyThere && hasArticle(word) ? word.substring(2) : word;
  }

  private String servant() {
    if (LATIN_ARTICLES.contains(words[next]) && next + 1 < words.length) {
      next++;
    }
    return LatinServant.of(words[next++]);
  }

  /** As-Sayed and ash-Shehri, whose article took the sound of what follows; and attached compounds. */
  private String assimilated(String word) {
    boolean taken = TAKEN_ARTICLES.contains(word) && next < words.length && words[next].length() > 3;
    if (taken && words[next].startsWith(word.substring(1))) {
      return "al" + words[next++];
    }
    return LatinServant.attached(word);
  }

  private static Map<String, String> openers(String... lines) {
    var openers = new HashMap<String, String>();
    for (var line : lines) {
      var words = line.split(" ");
      Arrays.stream(words).skip(1).forEach(word -> openers.put(word, words[0]));
    }
    return Map.copyOf(openers);
  }

  static boolean isArticle(String word) {
    return word.equals("ال") || word.equals("al") || word.equals("el");
  }

  private static boolean hasArticle(String word) {
    return word.length() >= 5 && (word.startsWith("ال") || word.startsWith("al") || word.startsWith("el"));
  }
}
