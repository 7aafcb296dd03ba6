package org.silah.giving;

import gg.jte.Content;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.silah.constituents.ListColumn;
import org.silah.constituents.PartyId;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** When each client gave last. */
@Component
class LastGiftColumn implements ListColumn {

  private final DonorsOnPage donors;
  private final Fragments fragments;

  LastGiftColumn(DonorsOnPage donors, Fragments fragments) {
    this.donors = donors;
    this.fragments = fragments;
  }

  @Override
  public String heading() {
    return "giving.column.last";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public boolean numeric() {
    return false;
  }

  @Override
  public Map<PartyId, Content> cells(Collection<PartyId> parties, Page page) {
    var cells = new HashMap<PartyId, Content>();
    donors.summaries(parties, page).forEach((party, donor) ->
        cells.put(party, fragments.of("web/date", Map.of("page", page, "day", donor.lastOn()))));
    return cells;
  }
}
