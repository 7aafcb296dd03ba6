package org.silah.constituents.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a zip is, told by the list of its parts. Nothing is unpacked; what would be dangerous for whoever opens it is refused. */
final class OfficeFile {

  private static final int PARTS = 5_000;
  private static final long RATIO = 200;
  private static final long SMALL = 1 << 20;

  private OfficeFile() {}

  /**
   * @param most what all parts together may say they unpack to
   * @throws FileRefused if it is neither a document nor a workbook, or holds programs, or is a bomb
   */
  static FileType tell(Path file, long most) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var parts = Collections.list(zip.entries());
      refuseBomb(parts, most);
      if (parts.stream().anyMatch(part -> isProgram(part.getName()))) {
        throw new FileRefused("macros");
      }
      if (zip.getEntry("[Content_Types].xml") != null && zip.getEntry("word/document.xml") != null) {
        return FileType.DOCX;
      }
      if (zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null) {
        return FileType.XLSX;
      }
      throw new FileRefused("archive");
    } catch (ZipException broken) {
      throw new FileRefused("damaged");
    }
  }

  private static void refuseBomb(Iterable<? extends ZipEntry> parts, long most) {
    long unpacked = 0;
    int count = 0;
    for (var part : parts) {
      unpacked += Math.max(part.getSize(), 0);
      boolean swells = part.getSize() > SMALL && part.getSize() / Math.max(part.getCompressedSize(), 1) > RATIO;
      if (++count > PARTS || unpacked > most || swells) {
        throw new FileRefused("bomb");
      }
    }
  }

  private static boolean isProgram(String name) {
    var plain = name.toLowerCase(Locale.ROOT);
    return plain.endsWith("vbaproject.bin") || plain.contains("/activex/") || plain.endsWith(".exe") || plain.endsWith(".js") || plain.endsWith(".vbs");
  }
}
