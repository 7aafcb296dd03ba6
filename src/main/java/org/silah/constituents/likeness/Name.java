package org.silah.constituents.likeness;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PersonName;

/**
 * A name by position, folded.
 *
 * @param middle father, grandfather and so on
 * @param family the last part of a name of several; it may as well be a grandfather's
 */
public record Name(@Nullable String given, List<String> middle, @Nullable String family) {

  public static Name of(String full) {
    var parts = PersonName.tokens(full);
    return switch (parts.size()) {
      case 0 -> new Name(null, List.of(), null);
      case 1 -> new Name(parts.getFirst(), List.of(), null);
      default -> new Name(parts.getFirst(), parts.subList(1, parts.size() - 1), parts.getLast());
    };
  }

  /** From a list with a column for each part; an empty text is one that is not known. */
  public static Name of(String given, String father, String grandfather, String family) {
    var middle = new java.util.ArrayList<String>();
    for (var part : List.of(father, grandfather)) {
      var known = part(part);
      if (known != null) {
        middle.add(known);
      }
    }
    return new Name(part(given), List.copyOf(middle), part(family));
  }

  /** Of a family or a body, whose name has no positions. */
  public static Name whole(String name) {
    var parts = PersonName.tokens(name);
    return new Name(parts.isEmpty() ? null : String.join("", parts), List.of(), null);
  }

  /** As {@link #text} wrote it. */
  public static Name read(String text) {
    var places = text.split("/", -1);
    return new Name(
        places[0].isEmpty() ? null : places[0], places[1].isEmpty() ? List.of() : List.of(places[1].split(" ")), places[2].isEmpty() ? null : places[2]);
  }

  /** {@code given/father grandfather/family}. */
  public String text() {
    return (given == null ? "" : given) + "/" + String.join(" ", middle) + "/" + (family == null ? "" : family);
  }

  private static @Nullable String part(String text) {
    var parts = PersonName.tokens(text);
    return parts.isEmpty() ? null : String.join("", parts);
  }

  boolean isEmpty() {
    return given == null && family == null && middle.isEmpty();
  }

  /** Father, grandfather, …, family. */
  List<String> line() {
    var line = new java.util.ArrayList<>(middle);
    if (family != null) {
      line.add(family);
    }
    return line;
  }

  List<String> parts() {
    var parts = new java.util.ArrayList<String>();
    if (given != null) {
      parts.add(given);
    }
    parts.addAll(line());
    return parts;
  }
}
