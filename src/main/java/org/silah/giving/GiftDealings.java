package org.silah.giving;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.silah.constituents.PartyId;
import org.silah.constituents.search.Dealings;
import org.springframework.stereotype.Component;

/** Who gave lately stands before their namesakes in the search. */
@Component
class GiftDealings implements Dealings {

  private final Donors donors;

  GiftDealings(Donors donors) {
    this.donors = donors;
  }

  @Override
  public Map<PartyId, LocalDate> latest(Collection<PartyId> parties) {
    return donors.summaries(parties).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, donor -> donor.getValue().lastOn()));
  }
}
