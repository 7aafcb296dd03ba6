package org.silah.constituents.lists;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.silah.constituents.ClientFilter;
import org.silah.constituents.ListFilter;
import org.silah.kernel.Sql;
import org.silah.web.Page;

/**
 * What the address of the list says: which clients, in which order, with which columns. Only what is on our lists gets this far.
 *
 * @param more filters that modules offer, each with its value
 * @param columns chosen for this view; empty for the person's own
 * @param view id of the saved view whose tab it is; empty for none
 * @param unread the filters whose values could not be read and were left out
 */
record ListQuery(ClientFilter filter, List<Chosen> more, Sort sort, List<String> columns, String view, List<Label> unread) {

  record Chosen(ListFilter filter, String value) {}

  @FunctionalInterface
  interface Label {
    String label(Page page);
  }

  Sql asksFor() {
    ClientFilter clients = filter;
    return more.isEmpty()
        ? clients.where()
        : Sql.join(" and ", List.of(clients.where(), Sql.join(" and ", more.stream().map(one -> one.filter().admits(one.value())).toList())));
  }

  boolean any() {
    return filter.any() || !more.isEmpty();
  }

  int depth() {
    return more.isEmpty() ? filter.depth() : 2_000;
  }

  String value(ListFilter of) {
    return more.stream().filter(one -> one.filter().equals(of)).map(Chosen::value).findFirst().orElse("");
  }

  ListQuery in(Sort another) {
    return new ListQuery(filter, more, another, columns, view, unread);
  }

  /** The same as the tab of a saved view. */
  ListQuery under(String another) {
    return new ListQuery(filter, more, sort, columns, another, unread);
  }

  /** What stands in the address, without place and view. */
  Map<String, String> parts() {
    var parts = new LinkedHashMap<String, String>();
    parts.put("q", filter.text());
    parts.put("kind", filter.kind() == null ? "" : filter.kind().code());
    parts.put("role", filter.role() == null ? "" : filter.role().code());
    parts.put("branch", filter.branch() == null ? "" : filter.branch().toString());
    more.forEach(one -> parts.put(one.filter().parameter(), one.value()));
    parts.put("order", sort == Sort.NAME ? "" : sort.code());
    parts.put("columns", String.join(",", columns));
    parts.values().removeIf(String::isEmpty);
    return parts;
  }

  /** What the audit log is told: what was typed into further filters may be the very thing that its readers may not see. */
  Map<String, Object> told() {
    return Map.of("filter", new ListQuery(filter, List.of(), sort, columns, view, unread).at("/clients", ""), "further",
        more.stream().map(one -> one.filter().parameter()).sorted().toList());
  }

  /** @param after a cursor, or empty */
  String at(String path, String after) {
    var parts = parts();
    parts.put("view", view);
    parts.put("after", after);
    parts.values().removeIf(String::isEmpty);
    return parts.isEmpty() ? path : path + "?" + encoded(parts);
  }

  String saved() {
    return encoded(parts());
  }

  static String encoded(Map<String, String> parts) {
    return parts.entrySet().stream().map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
  }
}
