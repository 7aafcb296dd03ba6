package org.silah.constituents;

import org.silah.web.MenuItem;
import org.silah.web.Offer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the clients stand in the menu. */
@Configuration(proxyBeanMethods = false)
class ClientsMenu {

  @Bean
  MenuItem clientsInMenu() {
    return new MenuItem("constituents.menu", "/clients", "users", 20, "c");
  }

  @Bean
  MenuItem knowledgeInMenu() {
    return new MenuItem("constituents.knowing.menu", "/knowledge", "chart-line", 25);
  }

  @Bean
  MenuItem importsInMenu() {
    return new MenuItem("constituents.import.title", "/imports", "file-import", 35, "i");
  }

  @Bean
  Offer newClientOffer() {
    return new Offer("constituents.new.title", "/clients/new", "user-plus", 10);
  }

  @Bean
  Offer documentOfClientOffer() {
    return new Offer("constituents.palette.document", "/clients/{client}/documents/new", "file-text", 30);
  }
}
