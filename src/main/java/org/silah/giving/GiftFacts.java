package org.silah.giving;

import java.util.LinkedHashMap;
import java.util.Map;

/** A gift as the audit log keeps it. */
final class GiftFacts {

  private GiftFacts() {}

  static Map<String, Object> of(Gift gift) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("giver", gift.giver().toString());
    facts.put("amount", gift.amount().amount().toPlainString());
    facts.put("currency", gift.amount().currency().getCurrencyCode());
    facts.put("base", gift.base().amount().toPlainString());
    facts.put("given_on", gift.givenOn().toString());
    facts.put("purpose", gift.purpose().code());
    facts.put("designation", gift.designation() == null ? "" : gift.designation());
    facts.put("channel", gift.channel().code());
    switch (gift.status()) {
      case Gift.Status.Received() -> facts.put("status", "received");
      case Gift.Status.Reversed(var reason, _, _) -> {
        facts.put("status", "reversed");
        facts.put("reason", reason);
      }
    }
    return facts;
  }
}
