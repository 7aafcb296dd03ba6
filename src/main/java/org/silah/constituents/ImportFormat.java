package org.silah.constituents;

import java.util.Locale;

enum ImportFormat {
  CSV, XLSX;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ImportFormat of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
