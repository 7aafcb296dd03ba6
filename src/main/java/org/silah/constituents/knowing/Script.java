package org.silah.constituents.knowing;

import java.util.List;
import org.silah.constituents.Standing.State;
import org.silah.constituents.Wanted;
import org.silah.web.Words;

/** What is said in a call: a friendly sentence for each fact, which asks for what is missing and whether what is old is still so. */
final class Script {

  private Script() {}

  static List<String> of(KnownRows.Row row, Words words) {
    return row.ask().stream().map(item -> ask(item, row.states().get(item), words)).toList();
  }

  private static String ask(String item, State state, Words words) {
    if (state == State.STALE) {
      var still = "constituents.ask.still." + item;
      return words.has(still) ? words.get(still) : words.get("constituents.ask.still", words.get(Wanted.key(item)));
    }
    return words.get("constituents.ask." + item);
  }
}
