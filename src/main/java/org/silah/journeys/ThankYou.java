package org.silah.journeys;

import org.silah.dialogue.Dialogue;
import org.silah.giving.GiftReceived;
import org.silah.giving.GiftReversed;
import org.silah.giving.GiftsReceived;
import org.silah.giving.GiftsReversed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A gift that came in leads to a thank-you; one that turns out to be none takes it back, if it has not left. Listens inside
 * the transaction of the gift: the outbox is a table beside it, so the thanks are owed exactly if the gift is there, and no
 * log of events has to be kept and worked off for each.
 */
@Component
class ThankYou {

  private final Dialogue dialogue;
  private final ImportedGifts imported;

  ThankYou(Dialogue dialogue, ImportedGifts imported) {
    this.dialogue = dialogue;
    this.imported = imported;
  }

  @EventListener
  void on(GiftReceived event) {
    if (event.thank()) {
      dialogue.send(new Thanks(event.gift(), event.party(), event.amount(), event.givenOn(), event.purpose(), event.designation()).message());
    }
  }

  @EventListener
  void on(GiftsReceived event) {
    if (event.thank()) {
      var batch = batch(event.importId());
      dialogue.sendAll(imported.between(event).stream().map(thanks -> thanks.message().inBatch(batch)).toList());
    }
  }

  @EventListener
  void on(GiftReversed event) {
    dialogue.cancel(Thanks.key(event.gift()), "gift_reversed");
  }

  @EventListener
  void on(GiftsReversed event) {
    dialogue.cancelBatch(batch(event.importId()), "gift_reversed");
  }

  private static String batch(Object importId) {
    return "import:" + importId;
  }
}
