package org.silah.insight;

import java.util.Map;

/** The donors of this year, by whether they gave for the first time. */
record YearsDonors(Reckoning calendar, Members.Count fresh, Members.Count existing) {

  static YearsDonors of(Map<Figure, Members.Count> counts, Reckoning calendar) {
    return new YearsDonors(calendar, counts.get(calendar.fresh()), counts.get(calendar.existing()));
  }

  long all() {
    return fresh.parties() + existing.parties();
  }
}
