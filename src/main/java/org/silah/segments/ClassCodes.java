package org.silah.segments;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API's addresses name classes by their codes. */
@Configuration(proxyBeanMethods = false)
class ClassCodes implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry formats) {
    formats.addConverter(String.class, ValueClass.class, ValueClass::of);
  }
}
