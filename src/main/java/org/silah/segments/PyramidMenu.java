package org.silah.segments;

import org.silah.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pyramid stands in the menu. */
@Configuration(proxyBeanMethods = false)
class PyramidMenu {

  @Bean
  MenuItem pyramidInMenu() {
    return new MenuItem("segments.menu", "/pyramid", "triangle", 40, "p");
  }
}
