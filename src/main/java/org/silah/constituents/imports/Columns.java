package org.silah.constituents.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which field each column of a file is.
 *
 * @param headers as the file has them, empty where it has none
 * @param fields for each column the code of its field, {@link #LEFT_OUT} for one that is not read
 */
record Columns(List<String> headers, List<String> fields) {

  static final String LEFT_OUT = "";

  private static final int[] NONE = {};

  Columns {
    headers = List.copyOf(headers);
    fields = List.copyOf(fields);
  }

  int width() {
    return headers.size();
  }

  boolean has(String field) {
    return fields.contains(field);
  }

  boolean hasAny(Set<String> some) {
    return some.stream().anyMatch(this::has);
  }

  Columns with(List<String> chosen) {
    return new Columns(headers, chosen);
  }

  /** The columns of each field; a client may have several phones. */
  Map<String, int[]> places() {
    var places = new HashMap<String, int[]>();
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).equals(LEFT_OUT)) {
        var before = places.getOrDefault(fields.get(i), NONE);
        var after = java.util.Arrays.copyOf(before, before.length + 1);
        after[before.length] = i;
        places.put(fields.get(i), after);
      }
    }
    return places;
  }
}
