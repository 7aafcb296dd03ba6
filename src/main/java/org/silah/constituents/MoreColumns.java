package org.silah.constituents;

import java.util.Map;
import java.util.Optional;
import org.silah.web.Page;

/** Columns of the list of clients that a reader asks for: a bean of this type offers those that this reader may see. */
public interface MoreColumns {

  /** Code, as the address has it, to words. */
  Map<String, String> offered(Page page);

  /** Nothing for what is none of its codes. */
  Optional<ListColumn> column(String code);
}
