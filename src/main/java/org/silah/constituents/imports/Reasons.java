package org.silah.constituents.imports;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.silah.kernel.PersonName;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.silah.web.Words;
import org.springframework.stereotype.Component;

/** The last column of a file of failed rows says why they failed. When the mended file comes back, that column is nobody's data. */
@Component
class Reasons {

  private static final String HEADER = "constituents.import.failed.reason";

  private final Set<String> headers;

  Reasons(Texts texts) {
    headers = Arrays.stream(Language.values()).map(language -> PersonName.fold(header(texts.in(language)))).collect(Collectors.toSet());
  }

  static String header(Words words) {
    return words.get(HEADER);
  }

  boolean isTheirs(String header) {
    return headers.contains(PersonName.fold(header));
  }
}
