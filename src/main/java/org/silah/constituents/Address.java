package org.silah.constituents;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place where a client is found.
 *
 * @param country ISO 3166
 * @param sheltered under protection: whoever has the right must ask to look, until then nothing of the place is told
 * @param shortCode the national address in four letters and four digits: RRRD2929
 */
public record Address(
    UUID id, @Nullable String country, @Nullable String region, @Nullable String city, @Nullable String district, @Nullable String street,
    @Nullable String building, @Nullable String postcode, @Nullable String shortCode, boolean sheltered, String source, LocalDate asOf,
    @Nullable String recordedBy) {

  /** That there is one, without where. */
  Address withheld() {
    return new Address(id, null, null, null, null, null, null, null, null, true, source, asOf, recordedBy);
  }

  boolean isWithheld() {
    return sheltered && country == null && lines().isEmpty();
  }

  /** From the narrow to the wide, what is known. */
  public List<String> lines() {
    return Stream.of(building, street, district, city, region, postcode, shortCode).filter(Objects::nonNull).distinct().toList();
  }
}
