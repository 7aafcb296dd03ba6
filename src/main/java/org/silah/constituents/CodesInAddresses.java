package org.silah.constituents;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API's addresses name kinds and roles by their codes. */
@Configuration(proxyBeanMethods = false)
class CodesInAddresses implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry formats) {
    formats.addConverter(String.class, ClientKind.class, ClientKind::of);
    formats.addConverter(String.class, ClientRole.class, ClientRole::of);
  }
}
