package org.silah.constituents.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.silah.constituents.MoreFilters;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.silah.constituents.ClientFilter;
import org.silah.constituents.ListFilter;
import org.silah.kernel.Unreadable;
import org.springframework.stereotype.Component;

/** Reads the address of the list of clients. What is none of ours is left out and told of: a list is shown rather than refused. */
@Component
class ListQueries {

  private static final int LONGEST = 200;

  private final List<ListFilter> filters;
  private final List<MoreFilters> more;

  ListQueries(List<ListFilter> filters, List<MoreFilters> more) {
    this.filters = List.copyOf(filters);
    this.more = more;
  }

  /** Those that this reader may use. */
  List<ListFilter> filters() {
    return Stream.concat(filters.stream(), more.stream().flatMap(one -> one.offered().stream())).sorted(Comparator.comparingInt(ListFilter::order)).toList();
  }

  ListQuery of(HttpServletRequest request) {
    return of(name -> request.getParameter(name) == null ? "" : request.getParameter(name));
  }

  ListQuery of(UnaryOperator<String> typed) {
    UnaryOperator<String> value = name -> {
      var text = typed.apply(name).replace("\0", "").strip();
      return text.substring(0, Math.min(text.length(), LONGEST * 10));
    };
    var filter = ClientFilter.of(value.apply("kind"), value.apply("role"), value.apply("q"), null, value.apply("branch"));
    var unread = new ArrayList<ListQuery.Label>();
    leftOut(value.apply("kind"), filter.kind() == null, "constituents.kind", unread);
    leftOut(value.apply("role"), filter.role() == null, "constituents.role", unread);
    leftOut(value.apply("branch"), filter.branch() == null, "constituents.branch", unread);
    leftOut(value.apply("order"), !Sort.isKnown(value.apply("order")), "constituents.list.order", unread);
    var more = new ArrayList<ListQuery.Chosen>();
    for (var one : filters()) {
      var text = value.apply(one.parameter());
      try {
        if (!text.isEmpty()) {
          one.admits(text); // or it is none of its values
          more.add(new ListQuery.Chosen(one, text));
        }
      } catch (Unreadable e) {
        unread.add(one::label);
      }
    }
    var columns = Arrays.stream(value.apply("columns").split(",")).filter(column -> column.matches("[a-z0-9_.-]{1,60}")).distinct().limit(30).toList();
    return new ListQuery(filter, List.copyOf(more), Sort.of(value.apply("order")), columns, view(value.apply("view")), unread);
  }

  private static void leftOut(String typed, boolean unknown, String label, List<ListQuery.Label> unread) {
    if (!typed.isEmpty() && unknown) {
      unread.add(page -> page.t(label));
    }
  }

  private static String view(String typed) {
    try {
      return typed.isEmpty() ? "" : UUID.fromString(typed).toString();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
