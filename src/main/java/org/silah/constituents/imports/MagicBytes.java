package org.silah.constituents.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, told by its first bytes. */
final class MagicBytes {

  private MagicBytes() {}

  /** @throws ImportRefused if it is neither text nor a zip, which a workbook is; the reason names what it is where we know */
  static FileFormat format(byte[] head) {
    if (starts(head, 'P', 'K', 3, 4)) {
      return FileFormat.XLSX;
    }
    if (starts(head, 'P', 'K', 5, 6)) {
      throw new ImportRefused("empty");
    }
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new ImportRefused("old-excel");
    }
    if (starts(head, '%', 'P', 'D', 'F')) {
      throw new ImportRefused("pdf");
    }
    if (isPicture(head) || starts(head, 0x1F, 0x8B) || starts(head, 'R', 'a', 'r', '!') || starts(head, '7', 'z', 0xBC, 0xAF) || starts(head, 0x7F, 'E', 'L', 'F')) {
      throw new ImportRefused("binary");
    }
    if (isMarkup(head)) {
      throw new ImportRefused("web-page");
    }
    return FileFormat.CSV;
  }

  private static boolean isPicture(byte[] head) {
    return starts(head, 0x89, 'P', 'N', 'G') || starts(head, 0xFF, 0xD8, 0xFF) || starts(head, 'G', 'I', 'F', '8') || starts(head, 'R', 'I', 'F', 'F');
  }

  private static boolean isMarkup(byte[] head) {
    var start = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml") || start.startsWith("<table");
  }

  private static boolean starts(byte[] head, int... magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
