package org.silah.constituents;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the nine groups of information as the profile shows it.
 *
 * @param known facts of ours that are known, in the order of the catalogue
 * @param unknown fields of ours that are not
 * @param count how many of {@code possible} facts are known, those of other modules included
 * @param newest day of the newest of them, null when nothing is known
 * @param share how much of what the charity wants to know is known and fresh, by weight
 * @param stale what asks to be confirmed
 */
record Section(
    ProfilePanel.Group group, List<Fact> known, List<Field> unknown, List<gg.jte.Content> panels, int count, int possible,
    @Nullable LocalDate newest, Share share, List<Standing.Line> stale) {

  /** The element on the page. */
  String anchor() {
    return "group-" + group.code();
  }

  int number() {
    return group.ordinal() + 1;
  }

  String key() {
    return group.key();
  }

  String icon() {
    return switch (group) {
      case IDENTITY -> "id";
      case CLASS -> "pyramid-plus";
      case PERSONAL -> "user";
      case BEFORE_DEALING -> "message-circle";
      case DEALING -> "heart-handshake";
      case AFTER_DEALING -> "history";
      case EXPECTED -> "calendar";
      case DUES -> "coins";
      case ATTITUDES -> "help-circle";
    };
  }
}
