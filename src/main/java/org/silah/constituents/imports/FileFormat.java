package org.silah.constituents.imports;

import java.util.Locale;

enum FileFormat {
  CSV, XLSX;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FileFormat of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
