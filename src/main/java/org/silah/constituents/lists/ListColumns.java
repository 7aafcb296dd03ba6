package org.silah.constituents.lists;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.silah.constituents.ListColumn;
import org.silah.constituents.MoreColumns;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** The columns of the list: our own three and those that are contributed, each known by the message key of its heading. */
@Component
class ListColumns {

  static final String ROLE = "constituents.role";
  static final String BRANCH = "constituents.branch";
  static final String PHONE = "constituents.phone";
  /** Stands for a choice of no column but the name. */
  static final String NONE = "none";

  private final List<ListColumn> contributed;
  private final List<MoreColumns> more;

  ListColumns(List<ListColumn> contributed, List<MoreColumns> more) {
    this.contributed = List.copyOf(contributed);
    this.more = more;
  }

  /** Those that this reader may see. */
  private List<ListColumn> contributed() {
    return Stream.concat(contributed.stream(), more.stream().flatMap(one -> one.offered().stream())).sorted(Comparator.comparingInt(ListColumn::order)).toList();
  }

  List<String> codes() {
    return Stream.concat(Stream.of(ROLE, BRANCH, PHONE), contributed().stream().map(ListColumn::heading)).toList();
  }

  /** Code to words, in the order in which they stand. */
  Map<String, String> known(Page page) {
    var known = new LinkedHashMap<String, String>();
    Stream.of(ROLE, BRANCH, PHONE).forEach(code -> known.put(code, page.t(code)));
    contributed().forEach(column -> known.put(column.heading(), column.heading(page)));
    return known;
  }

  /** Those shown: of the address, or of the person, or those shown at first. */
  List<String> shown(List<String> ofAddress, List<String> ofPerson) {
    var chosen = ofAddress.isEmpty() ? ofPerson : ofAddress;
    return chosen.isEmpty()
        ? Stream.concat(Stream.of(ROLE, BRANCH, PHONE), contributed().stream().filter(ListColumn::shownAtFirst).map(ListColumn::heading)).toList()
        : codes().stream().filter(chosen::contains).toList();
  }

  List<ListColumn> contributed(List<String> shown) {
    return contributed().stream().filter(column -> shown.contains(column.heading())).toList();
  }
}
