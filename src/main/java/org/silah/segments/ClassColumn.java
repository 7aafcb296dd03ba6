package org.silah.segments;

import gg.jte.Content;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.silah.constituents.ListColumn;
import org.silah.constituents.PartyId;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** The class of each donor in the list of clients. */
@Component
class ClassColumn implements ListColumn {

  private final DonorClasses classes;
  private final Fragments fragments;

  ClassColumn(DonorClasses classes, Fragments fragments) {
    this.classes = classes;
    this.fragments = fragments;
  }

  @Override
  public String heading() {
    return "segments.class";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public boolean numeric() {
    return false;
  }

  @Override
  public Map<PartyId, Content> cells(Collection<PartyId> parties, Page page) {
    var cells = new HashMap<PartyId, Content>();
    classes.of(parties).forEach((party, of) -> cells.put(party, fragments.of("segments/pill", Map.of("page", page, "of", of))));
    return cells;
  }
}
