package org.silah.constituents.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.silah.constituents.PartyId;

/** What another module knows of how alive a relationship is: of two clients who fit equally, the one we dealt with lately stands first. */
public interface Dealings {

  /** The newest dealing of each; who had none is missing. Asked at each search, so it reads what is kept already. */
  Map<PartyId, LocalDate> latest(Collection<PartyId> parties);
}
