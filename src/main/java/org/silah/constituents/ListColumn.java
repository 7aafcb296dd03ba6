package org.silah.constituents;

import java.util.Collection;
import java.util.Map;
import org.silah.web.Page;

/** A column that another module adds to the list of clients; asked once per page of rows, never per row. */
public interface ListColumn {

  /** Message key of its heading. */
  String heading();

  /** As its reader reads it. */
  default String heading(Page page) {
    return page.t(heading());
  }

  int order();

  /** Whether it is shown to whoever has not chosen columns of their own. */
  default boolean shownAtFirst() {
    return true;
  }

  /** Whether the cells are amounts, set under each other. */
  boolean numeric();

  Map<PartyId, gg.jte.Content> cells(Collection<PartyId> parties, Page page);
}
