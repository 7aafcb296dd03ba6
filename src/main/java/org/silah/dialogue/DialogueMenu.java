package org.silah.dialogue;

import org.silah.web.MenuItem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DialogueMenu {

  private static final int AFTER_GIVING = 400;

  @Bean
  MenuItem messagesItem() {
    return new MenuItem("dialogue.messages", "/messages", "mail", AFTER_GIVING, "m");
  }

  @Bean
  @ConditionalOnProperty("silah.demo")
  MenuItem mailboxItem() {
    return new MenuItem("dialogue.demo.title", "/demo/mailbox", "inbox", AFTER_GIVING + 1, "b");
  }
}
