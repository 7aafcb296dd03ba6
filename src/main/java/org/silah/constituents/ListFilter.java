package org.silah.constituents;

import java.util.Map;
import org.silah.kernel.Sql;
import org.silah.web.Page;

/** A filter above the list of clients; a module offers one as a bean. Its value stands in the address, as the user chose or typed it. */
public interface ListFilter {

  /** Its name in the address. */
  String parameter();

  /** Message key of its label. */
  String label();

  /** As its reader reads it. */
  default String label(Page page) {
    return page.t(label());
  }

  int order();

  /** Values to choose from, with their words; empty for a filter that is typed. */
  Map<String, String> options(Page page);

  /** Whether a day is typed, in either calendar. */
  default boolean isDay() {
    return false;
  }

  /**
   * The condition on {@code constituents.party p}; served by an index.
   *
   * @throws org.silah.kernel.Unreadable if the value is none of its own: the list leaves it out and says so
   */
  Sql admits(String value);
}
