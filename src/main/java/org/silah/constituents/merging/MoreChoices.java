package org.silah.constituents.merging;

import java.util.List;
import java.util.Map;
import org.silah.constituents.PartyId;
import org.silah.web.Words;

/** What files may say beside the fields that every client has, one answer each: a bean of everyone who keeps such. */
public interface MoreChoices {

  /**
   * @param code by which the choice comes back in {@link Merge#theirs}; no field is called so
   * @param label in the reader's language
   * @param seen whether whoever decides may see the answers; if not, the likely better one is taken
   * @param told by file; of the files asked for, those that say something
   */
  record Asked(String code, String label, boolean seen, Map<PartyId, Told> told) {}

  List<Asked> of(List<PartyId> files, Words words);
}
