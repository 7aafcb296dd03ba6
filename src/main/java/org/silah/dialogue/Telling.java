package org.silah.dialogue;

import java.util.Map;
import org.silah.web.Words;

/** What a message has to say, in the language of whoever gets it: the fields of its {@link MessageKind}, as plain strings. */
@FunctionalInterface
public interface Telling {

  Map<String, String> in(Words words);
}
