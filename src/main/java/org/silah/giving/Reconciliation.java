package org.silah.giving;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.silah.access.Audit;
import org.silah.constituents.PartyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds figures that are not what the gifts say, puts them right and tells. There should be none. */
@Component
class Reconciliation {

  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

  private final Recounts recounts;
  private final Donors donors;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Reconciliation(Recounts recounts, Donors donors, Audit audit, PlatformTransactionManager transactions) {
    this.recounts = recounts;
    this.donors = donors;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What was wrong, and is right now. */
  record Drift(List<PartyId> donors, List<LocalDate> days) {

    boolean none() {
      return donors.isEmpty() && days.isEmpty();
    }
  }

  /** Of everybody. Gifts may be recorded meanwhile: each donor is held only for the moment of their own recount. */
  Drift run() {
    var drift = new Drift(recounts.driftedDonors(), recounts.driftedDays());
    drift.donors().forEach(donor -> transaction.executeWithoutResult(_ -> recount(donor)));
    if (!drift.days().isEmpty()) {
      transaction.executeWithoutResult(_ -> {
        recounts.lockDays();
        recounts.recompute(drift.days());
        audit.record("giving.recount", "day", null, Map.of("days", drift.days().size()));
      });
    }
    if (!drift.none()) {
      log.warn("figures of giving had drifted and were put right: {} donors {}, {} days {}",
          drift.donors().size(), drift.donors(), drift.days().size(), drift.days());
    }
    return drift;
  }

  /** Of one client, whether anything was wrong or not. */
  boolean run(PartyId client) {
    return Boolean.TRUE.equals(transaction.execute(_ -> recount(client)));
  }

  /** @return whether the kept figures were others */
  private boolean recount(PartyId client) {
    var before = donors.summary(client);
    var years = donors.years(client);
    donors.lock(client.value());
    donors.recompute(client.value());
    var after = donors.summary(client);
    boolean drifted = !before.equals(after) || !years.equals(donors.years(client));
    if (drifted) {
      audit.record("giving.recount", "client", client, Map.of("before", told(before), "after", told(after)));
    }
    return drifted;
  }

  private static Map<String, Object> told(java.util.Optional<Donors.Summary> summary) {
    return summary.<Map<String, Object>>map(kept -> Map.of("gifts", kept.gifts(), "base_minor", kept.baseMinor())).orElse(Map.of());
  }
}
