package org.silah.constituents.documents;

import java.nio.file.Path;
import org.silah.web.MenuItem;
import org.silah.web.UploadPlace;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where documents come in, where they lie, and where they stand in the menu. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentLimits.class)
class DocumentUploads {

  @Bean
  UploadPlace documentsComeIn(DocumentLimits limits) {
    return UploadPlace.at("/clients/{id}/documents", limits.together().toBytes(), () -> new FileRefused("together", limits.together().toMegabytes()));
  }

  @Bean
  UploadPlace programsHandInDocuments(DocumentLimits limits) {
    return UploadPlace.at("/api/v1/clients/{id}/documents", limits.largest().toBytes(), () -> new FileRefused("large", limits.largest().toMegabytes()));
  }

  /** A bucket if the environment names one, else {@code files} in the data folder, or a folder that several instances share. */
  @Bean
  FileStore documentFiles(Environment environment) {
    var bucket = Bucket.in(environment);
    if (bucket != null) {
      return new BucketFiles(bucket);
    }
    var own = environment.getProperty("silah.documents.folder", "");
    return new FolderFiles(own.isBlank() ? Path.of(environment.getProperty("silah.data", ""), "files") : Path.of(own.strip()));
  }

  @Bean
  MenuItem documentsInMenu() {
    return new MenuItem("constituents.document.expiring", "/documents", "file-text", 25, "d");
  }
}
