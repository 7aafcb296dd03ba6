package org.silah.giving;

import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.ProfilePanel;
import org.silah.kernel.Money;
import org.silah.web.ChartBars;
import org.silah.web.Fragments;
import org.silah.web.Language;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** What the profile says of a client's gifts. */
@Component
class GivingPanel implements ProfilePanel {

  /** First, how often, how much in all, the largest, the last. */
  private static final int FACTS = 5;
  private static final int YEARS_DRAWN = 10;

  private final Donors donors;
  private final Fragments fragments;

  GivingPanel(Donors donors, Fragments fragments) {
    this.donors = donors;
    this.fragments = fragments;
  }

  @Override
  public Group group() {
    return Group.DEALING;
  }

  /** Nothing is missing of a client who never gave, so nothing is possible either. */
  @Override
  public Facts facts(PartyId party, Page page) {
    var donor = page.may("GET", "/gifts") ? donors.summary(party).orElse(null) : null;
    var params = new HashMap<String, Object>();
    params.put("page", page);
    params.put("party", party);
    params.put("donor", donor);
    params.put("chart", donor == null ? null : years(party, page));
    return donor == null
        ? new Facts(0, 0, null, fragments.of("giving/panel", params))
        : new Facts(FACTS, FACTS, donor.lastOn(), fragments.of("giving/panel", params));
  }

  /** By years of the calendar that the reader's language puts first, those without a gift among them; null for a single year. */
  private @Nullable ChartBars years(PartyId party, Page page) {
    var calendar = page.language() == Language.AR ? "h" : "g";
    var given = new TreeMap<Integer, Donors.Year>();
    donors.years(party).stream().filter(year -> year.calendar().equals(calendar)).forEach(year -> given.put(year.year(), year));
    if (given.size() < 2) {
      return null;
    }
    int last = given.lastKey();
    var groups = IntStream.rangeClosed(Math.max(given.firstKey(), last - YEARS_DRAWN + 1), last)
        .mapToObj(year -> group(year, given.get(year), page)).toList();
    return new ChartBars(page.t("giving.panel.years"), page.t("giving.panel.years-described", groups.size()),
        page.t(calendar.equals("h") ? "giving.panel.hijri-year" : "giving.panel.year"), List.of(page.t("giving.amount")), groups,
        value -> page.words().compact(value));
  }

  private static ChartBars.Group group(int year, Donors.@Nullable Year given, Page page) {
    var amount = new Money(given == null ? 0 : given.baseMinor(), page.brand().currency());
    var text = page.words().amount(amount);
    var told = page.t("giving.panel.year-told", String.valueOf(year), text, given == null ? 0 : given.gifts());
    return new ChartBars.Group(String.valueOf(year), String.valueOf(year), List.of(new ChartBars.Bar(amount.amount().doubleValue(), text, told, null)));
  }
}
