package org.silah.constituents.duplicates;

import java.util.List;

/**
 * One given name and how people write it.
 *
 * @param name how the dictionary calls it; the first of the spellings
 * @param own whether the charity wrote or changed it
 * @param builtIn whether Silah came with a name called so
 */
record NameSpellings(String name, List<String> spellings, boolean own, boolean builtIn) {

  /** For a text box. */
  String text() {
    return String.join("، ", spellings.subList(1, spellings.size()));
  }
}
