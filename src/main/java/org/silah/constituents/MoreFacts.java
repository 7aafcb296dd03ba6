package org.silah.constituents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a charity decided to know of clients beside the facts that come with the program: programs are told it, and may tell it, by the codes of its fields. */
public interface MoreFacts {

  /** As far as whoever asks may see it. */
  Map<String, Object> of(PartyId party);

  /**
   * All of it is one change, with its audit entry.
   *
   * @param told null to unlearn; what is not told stays
   * @param fresh whether the client was just added: then nothing may be missing that such a client needs
   * @throws org.silah.web.Mistakes by {@code custom.} and the field's code
   */
  void learn(PartyId party, Map<String, @Nullable Object> told, boolean fresh);
}
