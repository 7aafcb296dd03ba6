package org.silah.constituents.lists;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silah.constituents.ClientFilter;
import org.silah.constituents.ListColumn;
import org.silah.constituents.ListFilter;
import org.silah.constituents.MoreColumns;
import org.silah.kernel.Sql;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** What others add to the list of clients: ways to narrow it, and columns to ask for. */
@Component
class ListFilters {

  private static final int LONGEST = 200;

  private final List<ListFilter> filters;
  private final List<MoreColumns> columns;

  ListFilters(List<ListFilter> filters, List<MoreColumns> columns) {
    this.filters = filters;
    this.columns = columns;
  }

  /** What was asked of them; a box that is not offered to this reader is left out. */
  Map<String, String> asked(HttpServletRequest request) {
    var asked = new HashMap<String, String>();
    filters.stream().flatMap(filter -> filter.params().stream()).forEach(box -> read(box, request, asked));
    read(ClientFilter.COLUMN, request, asked);
    return asked;
  }

  private static void read(String box, HttpServletRequest request, Map<String, String> asked) {
    var typed = request.getParameter(box);
    if (typed != null && !typed.isBlank()) {
      var text = typed.strip().replace("\0", "");
      asked.put(box, text.substring(0, Math.min(text.length(), LONGEST)));
    }
  }

  Sql further(ClientFilter asked) {
    return Sql.of("and").append(Sql.join(" and ", filters.stream().map(filter -> filter.narrow(asked.more())).toList()));
  }

  List<Content> boxes(ClientFilter asked, Page page) {
    return filters.stream().map(filter -> filter.boxes(asked.more(), page)).toList();
  }

  /** Code to words. */
  Map<String, String> columns(Page page) {
    var offered = new LinkedHashMap<String, String>();
    columns.forEach(one -> offered.putAll(one.offered(page)));
    return offered;
  }

  Optional<ListColumn> column(ClientFilter asked) {
    var code = asked.more().getOrDefault(ClientFilter.COLUMN, "");
    return columns.stream().flatMap(one -> one.column(code).stream()).findFirst();
  }
}
