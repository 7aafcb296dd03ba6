package org.silah.constituents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.web.Words;

/**
 * One module's part of a client's timeline, read from its own facts whenever the profile is opened:
 * nothing is copied, so nothing can disagree.
 */
public interface TimelineSource {

  /** The newest {@code limit} entries before {@code before}, newest first, with all that happened at the moment of the last of them. */
  List<Entry> entries(PartyId party, Instant before, int limit, Words words);

  /**
   * @param icon name of a picture in {@code icons/}
   * @param sentence what happened, in the reader's language, plain text
   * @param detail a second line, null for none
   * @param link page with the rest, null for none
   */
  record Entry(Instant at, String icon, String sentence, @Nullable String detail, @Nullable String link) {}
}
