package org.silah.giving;

import org.silah.constituents.Constituents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a gift together with its giver, who may be new: both are written or neither. */
@Component
class Intake {

  private final Giving giving;
  private final Constituents constituents;

  Intake(Giving giving, Constituents constituents) {
    this.giving = giving;
    this.constituents = constituents;
  }

  @Transactional
  GiftId take(Giver giver, GiftReader.Read gift) {
    return giving.record(gift.by(switch (giver) {
      case Giver.Known(var id) -> id;
      case Giver.Fresh(var client) -> constituents.add(client);
    }));
  }
}
