package org.silah.constituents;

import java.util.List;

/** Columns of the list of clients that differ from reader to reader: a bean of this type offers those that this reader may see. */
public interface MoreColumns {

  List<ListColumn> offered();
}
