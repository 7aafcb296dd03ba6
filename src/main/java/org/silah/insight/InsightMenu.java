package org.silah.insight;

import org.silah.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dashboard is the first place in the menu. */
@Configuration(proxyBeanMethods = false)
class InsightMenu {

  @Bean
  MenuItem dashboardInMenu() {
    return new MenuItem("insight.menu", "/", "home", 0, "h");
  }
}
