package org.silah.constituents;

import java.util.List;

/** Filters of the list of clients that differ from reader to reader: a bean of this type offers those that this reader may use. */
public interface MoreFilters {

  /** Equal ones are the same filter. */
  List<ListFilter> offered();
}
