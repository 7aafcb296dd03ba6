package org.silah.constituents.documents;

import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a picture's header says of it.
 *
 * @param orientation as Exif has it: 1 upright, 3 upside down, 6 and 8 on its sides, the others mirrored too
 * @param atOnce whether a decoder needs all of it in memory, and cannot take every n-th line while it reads
 */
record Picture(int width, int height, int orientation, boolean atOnce) {

  /**
   * Writes the picture to {@code clean} without what does not belong to it: where and when it was taken, by whom and with what,
   * comments, and anything that follows its end. The picture's own data is copied bit by bit, so nothing of its quality is lost.
   *
   * @throws FileRefused if it is damaged, or has more pixels than {@code most}
   */
  static Picture strip(FileType type, Path file, Path clean, long most) throws IOException {
    return switch (type) {
      case JPEG -> copy(file, clean, (from, to) -> Jpeg.strip(from, to, most));
      case PNG -> copy(file, clean, (from, to) -> Png.strip(from, to, most));
      case WEBP -> Webp.strip(file, clean, most);
      case TIFF -> Tiff.strip(file, clean, most);
      case PDF, DOCX, XLSX, TEXT, MP3, M4A, OGG, AMR -> throw new IllegalArgumentException(type.code());
    };
  }

  private interface Strip {
    Picture strip(PictureReader from, OutputStream to) throws IOException;
  }

  private static Picture copy(Path file, Path clean, Strip strip) throws IOException {
    try (var from = new PictureReader(file); var to = new BufferedOutputStream(Files.newOutputStream(clean))) {
      return strip.strip(from, to);
    } catch (EOFException tooShort) {
      throw new FileRefused("damaged");
    }
  }

  /** @throws FileRefused if a picture has no size, or one beyond {@code most} pixels */
  static void within(long width, long height, long most) {
    if (width < 1 || height < 1) {
      throw new FileRefused("damaged");
    }
    if (width > most / height) {
      throw new FileRefused("pixels", most / 1_000_000);
    }
  }
}
