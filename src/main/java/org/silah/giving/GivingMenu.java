package org.silah.giving;

import org.silah.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where giving stands in the menu. */
@Configuration(proxyBeanMethods = false)
class GivingMenu {

  @Bean
  MenuItem giftsInMenu() {
    return new MenuItem("giving.menu", "/gifts", "gift", 30);
  }
}
