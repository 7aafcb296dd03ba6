package org.silah.constituents;

import gg.jte.Content;
import java.util.Map;
import java.util.Set;
import org.silah.kernel.Sql;
import org.silah.web.Page;

/** More ways to narrow the list of clients and its export: a bean of this type adds boxes to the list's filter, as far as whoever looks may use them. */
public interface ListFilter {

  /** What its boxes are called in the address. */
  Set<String> params();

  /** @param typed by the name of the box; only what is not empty */
  Content boxes(Map<String, String> typed, Page page);

  /** A condition on {@code constituents.party p}; {@code true} where nothing of ours was typed. */
  Sql narrow(Map<String, String> typed);
}
