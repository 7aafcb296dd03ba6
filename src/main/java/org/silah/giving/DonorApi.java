package org.silah.giving;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.access.Institutions;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.kernel.Money;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a client gave, for other programs: gifts that count, in the charity's own currency. */
@RestController
class DonorApi {

  private final Donors donors;
  private final Constituents constituents;
  private final Institutions institutions;
  private final Audit audit;

  DonorApi(Donors donors, Constituents constituents, Institutions institutions, Audit audit) {
    this.donors = donors;
    this.constituents = constituents;
    this.institutions = institutions;
    this.audit = audit;
  }

  /** @param years the latest first, Gregorian before Hijri */
  record ShownGiving(
      UUID clientId, String currency, int gifts, String total, String largest, @Nullable LocalDate firstOn, @Nullable LocalDate lastOn,
      List<ShownYear> years) {}

  /** @param calendar gregorian or hijri */
  record ShownYear(String calendar, int year, int gifts, String total) {}

  @GetMapping("/api/v1/clients/{id}/giving")
  @Transactional
  ShownGiving show(@PathVariable UUID id) {
    var party = constituents.find(new PartyId(id)).orElseThrow(NoSuchElementException::new).id();
    audit.record("client.read", "client", party, Map.of("part", "giving"));
    var summary = donors.summary(party).orElse(null);
    var currency = institutions.charity().currency().getCurrencyCode();
    var years = donors.years(party).stream()
        .map(year -> new ShownYear(year.calendar().equals("g") ? "gregorian" : "hijri", year.year(), year.gifts(), amount(year.baseMinor())))
        .toList();
    return summary == null
        ? new ShownGiving(id, currency, 0, amount(0), amount(0), null, null, years)
        : new ShownGiving(id, currency, summary.gifts(), amount(summary.baseMinor()), amount(summary.largestMinor()), summary.firstOn(),
            summary.lastOn(), years);
  }

  private String amount(long minor) {
    return new Money(minor, institutions.charity().currency()).amount().toPlainString();
  }
}
