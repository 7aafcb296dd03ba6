package org.silah.constituents.fields;

import java.util.UUID;
import org.silah.web.Language;
import org.silah.web.Named;

/**
 * One of what a field is chosen from.
 *
 * @param retired offered no more; shown where it was chosen before
 */
record Option(UUID id, String code, String labelAr, String labelEn, boolean retired) implements Named {

  @Override
  public String name(Language language) {
    return language == Language.AR ? labelAr : labelEn;
  }
}
