package org.silah.giving;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.silah.constituents.PartyId;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** What the donors on a page gave, read once however many columns show a part of it. */
@Component
class DonorsOnPage {

  private static final String KEPT = DonorsOnPage.class.getName();

  private final Donors donors;

  DonorsOnPage(Donors donors) {
    this.donors = donors;
  }

  private record Kept(Set<PartyId> parties, Map<PartyId, Donors.Summary> summaries) {}

  /** Nothing for those who gave nothing, and nothing for a visitor who may not see gifts. */
  Map<PartyId, Donors.Summary> summaries(Collection<PartyId> parties, Page page) {
    if (!page.may("GET", "/gifts")) {
      return Map.of();
    }
    var asked = Set.copyOf(parties);
    if (page.request().getAttribute(KEPT) instanceof Kept kept && kept.parties.equals(asked)) {
      return kept.summaries;
    }
    var fresh = new Kept(asked, donors.summaries(asked));
    page.request().setAttribute(KEPT, fresh);
    return fresh.summaries;
  }
}
