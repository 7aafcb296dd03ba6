package org.silah.giving;

import java.util.List;
import java.util.Map;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Gifts, reversals and exchange rates; sums are made anew from them. */
@Component
class GiftsInCopy implements Copied {

  private final Recounts recounts;

  GiftsInCopy(Recounts recounts) {
    this.recounts = recounts;
  }

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("giving.exchange_rate", "base, currency, from_day, rate, source, recorded_at, recorded_by").inPlaceOfOurs(),
        CopiedTable.of("giving.gift", """
            id, party_id, amount_minor, currency, base_minor, given_on, hijri_year, purpose, designation, channel, recorded_at,
            recorded_by, import_id, import_row"""),
        CopiedTable.of("giving.gift_reversal", "gift_id, reason, reversed_at, reversed_by"));
  }

  @Override
  public Map<String, String> derived() {
    return Map.of(
        "giving.donor_summary", "the gifts",
        "giving.donor_year", "the gifts",
        "giving.day_total", "the gifts");
  }

  @Override
  public Map<String, String> leftOut() {
    return Map.of(
        "giving.staged_gift", "there only until an import is over");
  }

  @Override
  public void makeAnew() {
    recounts.countAll();
  }
}
