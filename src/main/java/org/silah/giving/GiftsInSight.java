package org.silah.giving;

import java.util.Set;
import java.util.UUID;
import org.silah.access.Hidden;
import org.springframework.stereotype.Component;

/** Who does not see a client does not see the client's gifts. */
@Component
class GiftsInSight implements Hidden {

  private final GiftRows rows;

  GiftsInSight(GiftRows rows) {
    this.rows = rows;
  }

  @Override
  public Set<String> words() {
    return Set.of("gifts");
  }

  @Override
  public boolean isInSight(UUID id) {
    return rows.find(id.toString()).isPresent();
  }
}
