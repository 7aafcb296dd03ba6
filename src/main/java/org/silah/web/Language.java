package org.silah.web;

import com.ibm.icu.util.ULocale;
import java.util.Optional;

/** The two languages of the interface. Direction follows the language, and so does everything that is printed. */
public enum Language {
  AR("ar", "rtl", "ar-SA-u-nu-latn", "العربية"),
  EN("en", "ltr", "en-GB-u-nu-latn", "English");

  private final String code;
  private final String direction;
  private final ULocale locale;
  private final String ownName;

  Language(String code, String direction, String tag, String ownName) {
    this.code = code;
    this.direction = direction;
    this.locale = ULocale.forLanguageTag(tag);
    this.ownName = ownName;
  }

  public static Optional<Language> of(String code) {
    for (var language : values()) {
      if (language.code.equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  public String code() {
    return code;
  }

  public String direction() {
    return direction;
  }

  public boolean rightToLeft() {
    return direction.equals("rtl");
  }

  public ULocale locale() {
    return locale;
  }

  /** How the language calls itself: what its switch shows. */
  public String ownName() {
    return ownName;
  }

  public Language other() {
    return this == AR ? EN : AR;
  }
}
