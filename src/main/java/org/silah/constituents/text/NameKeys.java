package org.silah.constituents.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PersonName;

/**
 * What a name is found by: one key to compare whole names, and the name once per word, turned so that the word stands
 * first. An import copies these rows in bulk; {@code Names} writes them for one client.
 *
 * @param same equal for equal names, whatever the spelling
 * @param rotations keys of {@code name_rotation}
 * @param words keys of {@code name_word}
 */
public record NameKeys(String same, Set<String> rotations, Set<String> words) {

  private static final int LONGEST_KEY = 300;
  private static final int LONGEST_WORD = 60;
  private static final int MOST_WORDS = 40;

  public static NameKeys of(String displayName, @Nullable String latinName) {
    var rotations = new LinkedHashSet<String>();
    var words = new LinkedHashSet<String>();
    for (var name : latinName == null ? List.of(displayName) : List.of(displayName, latinName)) {
      var tokens = tokens(name);
      rotations.addAll(turned(tokens));
      words.addAll(tokens);
    }
    return new NameKeys(same(displayName), rotations, words);
  }

  /** The folded words in order; for a name of nothing but signs, the name itself. */
  public static String same(String displayName) {
    var key = String.join(" ", tokens(displayName));
    return cut(key.isEmpty() ? displayName.toLowerCase(Locale.ROOT) : key, LONGEST_KEY);
  }

  public static List<String> tokens(String name) {
    var tokens = PersonName.tokens(name).stream().filter(token -> !token.isBlank()).limit(MOST_WORDS).map(token -> cut(token, LONGEST_WORD)).toList();
    return tokens.isEmpty() ? List.of(cut(name.toLowerCase(Locale.ROOT), LONGEST_WORD)) : tokens;
  }

  private static List<String> turned(List<String> tokens) {
    var turned = new ArrayList<String>();
    for (int i = 0; i < tokens.size(); i++) {
      turned.add(cut(String.join(" ", Stream.concat(tokens.stream().skip(i), tokens.stream().limit(i)).toList()), LONGEST_KEY));
    }
    return turned;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length()))));
  }
}
