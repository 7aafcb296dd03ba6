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
 * @param shortCode the national address in four letters and four digits: RRRD2929
 */
public record Address(
    UUID id, @Nullable String country, @Nullable String region, @Nullable String city, @Nullable String district, @Nullable String street,
    @Nullable String building, @Nullable String postcode, @Nullable String shortCode, String source, LocalDate asOf) {

  /** From the narrow to the wide, what is known. */
  public List<String> lines() {
    return Stream.of(building, street, district, city, region, postcode, shortCode).filter(Objects::nonNull).distinct().toList();
  }
}
