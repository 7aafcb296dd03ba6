package org.silah.giving;

import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The API's addresses name purposes, channels and whether a gift counts by their codes. */
@Configuration(proxyBeanMethods = false)
class GiftCodes implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry formats) {
    formats.addConverter(String.class, Purpose.class, Purpose::of);
    formats.addConverter(String.class, GiftChannel.class, GiftChannel::of);
    formats.addConverter(String.class, GiftFilter.Standing.class, GiftFilter.Standing::of);
  }
}
