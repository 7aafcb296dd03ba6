package org.silah.giving;

import org.silah.web.MenuItem;
import org.silah.web.Offer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where giving stands in the menu. */
@Configuration(proxyBeanMethods = false)
class GivingMenu {

  @Bean
  MenuItem giftsInMenu() {
    return new MenuItem("giving.menu", "/gifts", "gift", 30, "g");
  }

  @Bean
  Offer giftOffer() {
    return new Offer("giving.palette.gift", "/gifts/new", "gift", 20);
  }

  @Bean
  Offer giftOfClientOffer() {
    return new Offer("giving.palette.gift-for", "/gifts/new?giver={client}", "gift", 10);
  }
}
