package org.silah.giving;

import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.web.Page;

/** What another module shows of a gift on its page, such as the state of the thank-you: a bean of this type. */
public interface GiftPanel {

  int order();

  /** HTML of the panel, written by a template; null when there is nothing to say of this gift. */
  gg.jte.@Nullable Content of(GiftId gift, PartyId giver, Page page);
}
