package org.silah.constituents.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** Tells by its content alone what a file is: what it is called, and what the browser says of it, may be a lie. */
@Component
class Recognition {

  private static final int HEAD = 4096;

  private final DocumentLimits limits;

  Recognition(DocumentLimits limits) {
    this.limits = limits;
  }

  /** @throws FileRefused if it is none of the types we take */
  FileType tell(Path file) throws IOException {
    var type = detected(file);
    return switch (type) {
      case "application/pdf" -> FileType.PDF;
      case "image/jpeg" -> FileType.JPEG;
      case "image/png", "image/apng", "image/vnd.mozilla.apng" -> FileType.PNG;
      case "image/webp" -> FileType.WEBP;
      case "image/tiff" -> FileType.TIFF;
      case "text/plain" -> text(file);
      case "audio/mpeg" -> FileType.MP3;
      case "audio/mp4", "audio/x-m4a" -> FileType.M4A;
      case "audio/ogg", "audio/opus", "audio/vorbis", "audio/speex" -> FileType.OGG;
      case "audio/amr" -> FileType.AMR;
      case "application/ogg" -> ogg(file);
      case "application/zip", "application/x-tika-ooxml" -> OfficeFile.tell(file, limits.unpacked().toBytes());
      case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" -> throw new FileRefused("heic");
      case "application/x-tika-msoffice", "application/x-tika-msoffice-embedded", "application/msword", "application/vnd.ms-excel",
          "application/x-tika-ooxml-protected" -> throw new FileRefused("old-office");
      case "text/html", "application/xhtml+xml", "image/svg+xml", "application/xml" -> throw new FileRefused("web-page");
      default -> throw new FileRefused(type.startsWith("video/") || type.equals("application/mp4") ? "film" : "unknown");
    };
  }

  private static String detected(Path file) throws IOException {
    try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
      return Known.TYPES.detect(bytes, new Metadata()).getBaseType().toString();
    }
  }

  /** Text begins with a letter: what begins with a bracket of markup is for a browser to run. */
  private static FileType text(Path file) throws IOException {
    var start = new String(head(file), StandardCharsets.ISO_8859_1).replaceFirst("^(ï»¿|\\s)+", "");
    if (start.startsWith("<") || start.startsWith("#!")) {
      throw new FileRefused("web-page");
    }
    return FileType.TEXT;
  }

  /** A film may be in it as well as a voice. */
  private static FileType ogg(Path file) throws IOException {
    var start = new String(head(file), StandardCharsets.ISO_8859_1);
    if (start.contains("theora") || !(start.contains("OpusHead") || start.contains("vorbis") || start.contains("Speex"))) {
      throw new FileRefused("film");
    }
    return FileType.OGG;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(HEAD);
    }
  }

  /** Read when the first file comes: a program that is only starting does not need to know a thousand types. */
  private static final class Known {
    static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  }
}
