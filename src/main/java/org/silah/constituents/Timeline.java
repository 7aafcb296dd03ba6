package org.silah.constituents;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** Everything between a client and us in one order of time, asked of each module that knows a part of it. */
@Component
class Timeline {

  private static final int PAGE = 20;

  /** @param older the moment before which the next page begins, null on the last */
  record Part(List<TimelineSource.Entry> entries, @Nullable Instant older) {}

  private final List<TimelineSource> sources;

  Timeline(List<TimelineSource> sources) {
    this.sources = sources;
  }

  Part before(PartyId party, Instant before, Words words) {
    var all = sources.stream()
        .flatMap(source -> source.entries(party, before, PAGE + 1, words).stream())
        .sorted(Comparator.comparing(TimelineSource.Entry::at).reversed())
        .toList();
    if (all.size() <= PAGE) {
      return new Part(all, null);
    }
    var next = all.get(PAGE).at();
    var page = all.stream().limit(PAGE).filter(entry -> entry.at().isAfter(next)).toList();
    // entries of one moment are never parted, for the next page begins strictly before a moment
    return page.isEmpty()
        ? new Part(all.stream().filter(entry -> !entry.at().isBefore(next)).toList(), next)
        : new Part(page, page.getLast().at());
  }
}
