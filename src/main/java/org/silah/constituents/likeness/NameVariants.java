package org.silah.constituents.likeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.silah.kernel.PersonName;

/**
 * The dictionary of given names: which spellings are one name, and so which names are two, however alike they look. A spelling
 * may be of several names (Hamid is حامد or حميد).
 */
public final class NameVariants {

  private static final int[] NONE = {};

  private static final NameVariants BUILT_IN = of(read());

  private final Map<String, int[]> names;

  private NameVariants(Map<String, int[]> names) {
    this.names = names;
  }

  public static NameVariants builtIn() {
    return BUILT_IN;
  }

  /** @param lines each the spellings of one name; a name that shares no spelling with another is another */
  public static NameVariants of(Collection<? extends Collection<String>> lines) {
    var names = new HashMap<String, Set<Integer>>();
    int line = 0;
    for (var spellings : lines) {
      int number = line;
      for (var spelling : spellings) {
        names.computeIfAbsent(String.join("", PersonName.tokens(spelling)), _ -> new TreeSet<>()).add(number);
      }
      line++;
    }
    return new NameVariants(names.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
        name -> name.getValue().stream().mapToInt(Integer::intValue).toArray())));
  }

  /** The lines that come with Silah. */
  public static List<List<String>> builtInLines() {
    return read();
  }

  /** The numbers of the names that {@code token} is a spelling of. */
  int[] of(String token) {
    return names.getOrDefault(token, NONE);
  }

  private static List<List<String>> read() {
    try (var in = NameVariants.class.getResourceAsStream("/constituents/likeness/names.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Stream.of(line.split(" ")).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
