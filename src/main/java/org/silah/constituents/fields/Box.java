package org.silah.constituents.fields;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field in a form.
 *
 * @param typed what stands in it, codes and ids for what is chosen
 * @param text beside the id of a client, what people read there
 * @param mistake the sentence below it, null for none
 * @param options value to words, of what is chosen from a list
 */
record Box(CustomField field, List<String> typed, String text, @Nullable String mistake, Map<String, String> options, boolean needed) {

  String first() {
    return typed.isEmpty() ? "" : typed.getFirst();
  }

  /** The kinds of clients that have the field, as classes of its element. */
  String kinds() {
    return "of-kinds " + String.join(" ", field.kinds().stream().map(kind -> "of-" + kind.code()).toList());
  }
}
