package org.silah.constituents.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Goes through a workbook before anything else opens it: a zip of a few bytes can unpack to terabytes, and its XML can ask for
 * files and memory. It unpacks every part that would be read, keeps nothing of it, and stops at the first limit.
 */
final class WorkbookCheck {

  private static final long SMALL = 1 << 20;
  /** What the format allows; how many a list may have is checked when it is read. */
  private static final int COLUMNS_OF_A_WORKBOOK = 16_384;
  private static final byte[] DOCTYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};
  private static final byte[] ENTITY = {'<', '!', 'E', 'N', 'T', 'I', 'T', 'Y'};

  private final Limits limits;
  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;

  private WorkbookCheck(Limits limits) {
    this.limits = limits;
  }

  /** @throws ImportRefused if it is no workbook, or one that must not be opened */
  static void check(Path file, Limits limits) throws IOException {
    try (var zip = ZipFile.builder().setPath(file).get()) {
      new WorkbookCheck(limits).check(zip);
    } catch (ImportRefused e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new ImportRefused("workbook");
    }
  }

  private void check(ZipFile zip) throws IOException {
    int parts = 0;
    boolean workbook = false;
    for (var entries = zip.getEntries(); entries.hasMoreElements();) {
      var entry = entries.nextElement();
      var name = entry.getName();
      if (++parts > Limits.PARTS_OF_A_WORKBOOK || isOutside(name)) {
        throw new ImportRefused("bomb");
      }
      workbook |= name.equalsIgnoreCase("xl/workbook.xml");
      if (isXml(name)) {
        unpack(zip, entry);
      }
    }
    if (!workbook) {
      throw new ImportRefused("workbook");
    }
  }

  private static boolean isOutside(String name) {
    return name.startsWith("/") || name.contains("\\") || name.contains("..") || name.contains(":");
  }

  private static boolean isXml(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".rels");
  }

  private void unpack(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    boolean shared = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
    boolean sheet = entry.getName().toLowerCase(Locale.ROOT).contains("worksheets/");
    var columns = new WidestColumn();
    var doctype = new Seek(DOCTYPE);
    var entity = new Seek(ENTITY);
    long size = 0;
    try (InputStream part = zip.getInputStream(entry)) {
      for (int read; (read = part.read(buffer)) != -1;) {
        size += read;
        unpacked += read;
        refuseBeyond(size, entry, shared);
        if ((size == read && isUtf16()) || doctype.found(buffer, read) || entity.found(buffer, read)) {
          throw new ImportRefused("bomb");
        }
        if (sheet && columns.widest(buffer, read) > COLUMNS_OF_A_WORKBOOK) {
          throw new ImportRefused("bomb");
        }
      }
    }
  }

  private void refuseBeyond(long size, ZipArchiveEntry entry, boolean shared) {
    boolean swells = size > SMALL && entry.getCompressedSize() >= 0 && size > entry.getCompressedSize() * limits.ratio();
    if (swells || unpacked > limits.unpacked().toBytes() || (shared && size > limits.sharedStrings().toBytes())) {
      throw new ImportRefused("bomb");
    }
  }

  /** A part in UTF-16 would hide what is searched for; no program writes workbooks so. */
  private boolean isUtf16() {
    return (buffer[0] == (byte) 0xFF && buffer[1] == (byte) 0xFE) || (buffer[0] == (byte) 0xFE && buffer[1] == (byte) 0xFF) || buffer[0] == 0 || buffer[1] == 0;
  }

  /** Finds a word in bytes that come in pieces. */
  private static final class Seek {

    private final byte[] wanted;
    private int matched;

    Seek(byte[] wanted) {
      this.wanted = wanted;
    }

    boolean found(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        byte upper = bytes[i] >= 'a' && bytes[i] <= 'z' ? (byte) (bytes[i] - 32) : bytes[i];
        matched = upper == wanted[matched] ? matched + 1 : upper == wanted[0] ? 1 : 0;
        if (matched == wanted.length) {
          return true;
        }
      }
      return false;
    }
  }

  /** Follows the references of cells, as in {@code r="AB12"}: a reader makes room for all columns up to the furthest. */
  private static final class WidestColumn {

    private static final int NONE = -1;

    private int state;
    private int column = NONE;
    private int widest;

    int widest(byte[] bytes, int length) {
      for (int i = 0; i < length; i++) {
        follow(bytes[i]);
      }
      return widest;
    }

    private void follow(byte b) {
      if (column != NONE) {
        int letter = (b | 32) - 'a';
        if (letter >= 0 && letter < 26 && column < 100_000) {
          column = column * 26 + letter + 1;
        } else {
          widest = Math.max(widest, column);
          column = NONE;
        }
      }
      // a blank, an r, perhaps blanks, an equals sign, a quote
      switch (b) {
        case ' ', '\t', '\n', '\r' -> state = state == 2 || state == 3 ? state : 1;
        case 'r' -> state = state == 1 ? 2 : 0;
        case '=' -> state = state == 2 ? 3 : 0;
        case '"', '\'' -> {
          column = state == 3 ? 0 : NONE;
          state = 0;
        }
        default -> state = 0;
      }
    }
  }
}
