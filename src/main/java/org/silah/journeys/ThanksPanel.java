package org.silah.journeys;

import gg.jte.Content;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.dialogue.Dialogue;
import org.silah.giving.GiftId;
import org.silah.giving.GiftPanel;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** Whether a gift was thanked for, on its page. */
@Component
class ThanksPanel implements GiftPanel {

  private final Dialogue dialogue;
  private final Fragments fragments;

  ThanksPanel(Dialogue dialogue, Fragments fragments) {
    this.dialogue = dialogue;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public @Nullable Content of(GiftId gift, PartyId giver, Page page) {
    return dialogue.find(Thanks.key(gift))
        .filter(message -> page.may("GET", "/messages/" + message))
        .map(message -> fragments.of("journeys/thanks", Map.of("page", page, "message", dialogue.card(message, page))))
        .orElse(null);
  }
}
