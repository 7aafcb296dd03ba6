package org.silah.constituents.imports;

import org.silah.web.UploadPlace;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where lists come in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class ImportUploads {

  @Bean
  UploadPlace listsComeIn(Limits limits) {
    return UploadPlace.at("/imports", limits.csv().toBytes(), () -> new ImportRefused("too-large", limits.csv().toMegabytes()));
  }
}
