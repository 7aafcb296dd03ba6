package org.silah.dialogue;

import java.util.List;
import org.silah.constituents.Topic;

/**
 * A kind of message with a text of its own in each language; the module that sends it offers a bean. The text it begins
 * with lies in {@code letters/<code>_<language>.txt}, its first line being the subject; its name is the message
 * {@code <module>.kind.<code>}.
 *
 * @param module whose messages name it and its fields
 * @param example shows what the fields hold, for the preview
 */
public record MessageKind(String module, String code, Topic topic, List<String> fields, Telling example) {

  /** Message key of its name. */
  public String key() {
    return module + ".kind." + code;
  }

  /** Message key of what a field holds. */
  public String fieldKey(String field) {
    return module + ".field." + field;
  }
}
