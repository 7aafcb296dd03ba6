package org.silah.constituents;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How well one client is known: what is wanted of them, and how each of it stands today. Nothing sensitive is ever wanted. */
public record Standing(List<Line> lines) {

  public enum State {
    MISSING, STALE, FRESH;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * @param weight 1 to 5
   * @param asOf null where it is missing
   * @param staleOn the first day on which it asks to be confirmed; null where it is missing or never ages
   * @param accurate whether it is fresh, and the client's own word, a document's, or the charity's to say
   */
  public record Line(
      String item, ProfilePanel.Group group, int weight, @Nullable LocalDate asOf, @Nullable LocalDate staleOn, State state, boolean accurate) {

    public String key() {
      return Wanted.key(item);
    }
  }

  public Share overall() {
    return share(_ -> true);
  }

  public Share of(ProfilePanel.Group group) {
    return share(line -> line.group == group);
  }

  public List<Line> stale(ProfilePanel.Group group) {
    return lines.stream().filter(line -> line.group == group && line.state == State.STALE).toList();
  }

  private Share share(Predicate<Line> of) {
    return new Share(weight(of), weight(of.and(line -> line.state != State.MISSING)), weight(of.and(line -> line.state == State.FRESH)),
        weight(of.and(Line::accurate)));
  }

  private long weight(Predicate<Line> of) {
    return lines.stream().filter(of).mapToLong(Line::weight).sum();
  }
}
