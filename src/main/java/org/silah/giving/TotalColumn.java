package org.silah.giving;

import gg.jte.Content;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.silah.constituents.ListColumn;
import org.silah.constituents.PartyId;
import org.silah.kernel.Money;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** What each client gave in all. */
@Component
class TotalColumn implements ListColumn {

  private final DonorsOnPage donors;
  private final Fragments fragments;

  TotalColumn(DonorsOnPage donors, Fragments fragments) {
    this.donors = donors;
    this.fragments = fragments;
  }

  @Override
  public String heading() {
    return "giving.column.total";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public boolean numeric() {
    return true;
  }

  @Override
  public Map<PartyId, Content> cells(Collection<PartyId> parties, Page page) {
    var cells = new HashMap<PartyId, Content>();
    donors.summaries(parties, page).forEach((party, donor) ->
        cells.put(party, fragments.of("web/money", Map.of("page", page, "amount", new Money(donor.baseMinor(), page.brand().currency())))));
    return cells;
  }
}
