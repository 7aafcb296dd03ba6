package org.silah.giving;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.access.Institutions;
import org.silah.constituents.ClientRole;
import org.silah.constituents.Constituents;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The giving of the charity's donors, for the modules above: record a gift, reverse one. */
@Component
public class Giving {

  /** Thanks that come late are better than none; an older gift is history being written down. */
  static final int DAYS_TO_THANK = 365;

  private final Gifts gifts;
  private final Donors donors;
  private final DayTotals days;
  private final Rates rates;
  private final Constituents constituents;
  private final Institutions institutions;
  private final Actors actors;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Giving(Gifts gifts, Donors donors, DayTotals days, Rates rates, Constituents constituents, Institutions institutions, Actors actors,
      Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.gifts = gifts;
    this.donors = donors;
    this.days = days;
    this.rates = rates;
    this.constituents = constituents;
    this.institutions = institutions;
    this.actors = actors;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Records the gift, adds it to its giver's figures, and tells whoever listens ({@link GiftReceived}), all or nothing.
   *
   * @throws org.silah.kernel.BrokenRule if it is nothing, nobody's, not yet given, older than the calendar, or of a currency without a rate
   */
  @Transactional
  public GiftId record(NewGift chosen) {
    var today = institutions.today();
    var fresh = chosen.by(constituents.hold(chosen.giver()));
    check(fresh, today);
    var now = clock.instant();
    var gift = Gift.received(fresh, rates.inOwn(fresh.amount(), fresh.givenOn()), now, actors.current().code());
    gifts.add(gift);
    boolean newest = donors.add(gift);
    if (newest) {
      constituents.takeRole(gift.giver(), ClientRole.DONOR, gift.givenOn(), "gift");
    }
    days.add(gift);
    audit.record("gift.record", "gift", gift.id(), Map.of("after", GiftFacts.of(gift)));
    boolean thank = !fresh.givenOn().isBefore(today.minusDays(DAYS_TO_THANK));
    events.publishEvent(
        new GiftReceived(gift.id(), gift.giver(), now, thank, gift.amount(), gift.givenOn(), gift.purpose(), gift.designation()));
    return gift.id();
  }

  /**
   * The gift stays and does not count any more. {@link GiftReversed} is told.
   *
   * @param reason not blank
   * @throws NoSuchElementException if there is no such gift
   * @throws AlreadyReversed if it was reversed before
   */
  @Transactional
  public void reverse(GiftId id, String reason) {
    var own = institutions.charity().currency();
    donors.lock(gifts.find(id, own).orElseThrow().giver().value());
    var gift = gifts.find(id, own).orElseThrow();
    var reversed = gift.reverse(reason.strip(), clock.instant(), actors.current().code());
    gifts.addReversal(id, (Gift.Status.Reversed) reversed.status());
    donors.recompute(gift.giver().value());
    days.subtract(gift);
    audit.record("gift.reverse", "gift", id, Map.of("before", GiftFacts.of(gift), "after", GiftFacts.of(reversed)));
    events.publishEvent(new GiftReversed(id, gift.giver(), clock.instant()));
  }

  private void check(NewGift fresh, LocalDate today) {
    if (constituents.find(fresh.giver()).isEmpty()) {
      throw new UnknownGiver();
    }
    if (fresh.amount().minor() <= 0) {
      throw new NothingGiven();
    }
    GiftDays.check(fresh.givenOn(), today);
  }
}
