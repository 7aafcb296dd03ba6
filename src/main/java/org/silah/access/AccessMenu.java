package org.silah.access;

import org.silah.web.MenuItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessMenu {

  private static final int AMONG_THE_LAST = 900;

  @Bean
  MenuItem staffItem() {
    return new MenuItem("access.staff.title", "/staff", "users-group", AMONG_THE_LAST, "u");
  }

  @Bean
  MenuItem auditItem() {
    return new MenuItem("access.audit.title", "/audit", "shield-lock", AMONG_THE_LAST + 1, "a");
  }

  @Bean
  MenuItem settingsItem() {
    return new MenuItem("access.settings.title", "/settings", "settings", AMONG_THE_LAST + 2, "s");
  }
}
