package org.silah.constituents.lists;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.silah.constituents.ListColumn;
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

  ListColumns(List<ListColumn> contributed) {
    this.contributed = contributed.stream().sorted(Comparator.comparingInt(ListColumn::order)).toList();
  }

  List<String> codes() {
    return Stream.concat(Stream.of(ROLE, BRANCH, PHONE), contributed.stream().map(ListColumn::heading)).toList();
  }

  /** Those shown: of the address, or of the person, or those shown at first. */
  List<String> shown(List<String> ofAddress, List<String> ofPerson) {
    var chosen = ofAddress.isEmpty() ? ofPerson : ofAddress;
    return chosen.isEmpty()
        ? Stream.concat(Stream.of(ROLE, BRANCH, PHONE), contributed.stream().filter(ListColumn::shownAtFirst).map(ListColumn::heading)).toList()
        : codes().stream().filter(chosen::contains).toList();
  }

  List<ListColumn> contributed(List<String> shown) {
    return contributed.stream().filter(column -> shown.contains(column.heading())).toList();
  }
}
