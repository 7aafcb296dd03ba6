package org.silah.constituents.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.silah.access.Branch;
import org.silah.web.Language;

/**
 * What was chosen for a whole import.
 *
 * @param branch whose list it is: clients who are new belong to it, those it joins become known to it, and its file numbers are its own
 * @param region ISO 3166 country in which phone numbers without a country code are dialled
 * @param language of the clients who are new, where the file does not say
 * @param options the kind's own, by code; each has a value
 * @param today the charity's day on which the import was begun: the as-of date of what it brings
 */
public record ImportSettings(
    ImportId id, Branch branch, String region, Language language, Map<String, String> options, LocalDate today) {

  /** Choices that were made anew win over those that stood. */
  ImportSettings with(Map<String, String> choices) {
    var all = new HashMap<>(options);
    all.putAll(choices);
    return new ImportSettings(id, branch, region, language, all, today);
  }

  /** What the {@code source} columns say. */
  public String source() {
    return branch.nameAr();
  }
}
