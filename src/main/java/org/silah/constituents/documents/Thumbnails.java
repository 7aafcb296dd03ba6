package org.silah.constituents.documents;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Small JPEGs of pictures, upright. They are all that a browser ever shows of an uploaded file. One is made at a time, from every n-th
 * line where the format allows, so that memory depends neither on how many pictures come at once nor on how large they are.
 */
@Component
class Thumbnails {

  private static final Logger log = LoggerFactory.getLogger(Thumbnails.class);
  private static final int SIDE = 240;
  /** Of a picture that must be decoded as a whole: 64 MB of memory. */
  private static final long MOST_AT_ONCE = 16_000_000;

  private final Semaphore one = new Semaphore(1);

  static {
    ImageIO.setUseCache(false);
  }

  /** Null where none can be made: the document is as good without. */
  byte @Nullable [] of(Path file, FileType type, Picture picture) {
    if (picture.atOnce() && (long) picture.width() * picture.height() > MOST_AT_ONCE) {
      return null;
    }
    one.acquireUninterruptibly();
    try (var input = new FileImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
      return readers.hasNext() ? jpeg(small(input, readers.next(), picture), picture.orientation()) : null;
    } catch (IOException | RuntimeException undecodable) { // what the decoders throw of a damaged picture is not foreseeable
      log.info("no thumbnail of a {}: {}", type.code(), undecodable.getClass().getName());
      return null;
    } finally {
      one.release();
    }
  }

  private static BufferedImage small(FileImageInputStream input, ImageReader reader, Picture picture) throws IOException {
    try {
      reader.setInput(input, true, true);
      var every = Math.max(1, Math.max(picture.width(), picture.height()) / (3 * SIDE));
      var how = reader.getDefaultReadParam();
      how.setSourceSubsampling(every, every, 0, 0);
      return reader.read(0, how);
    } finally {
      reader.dispose();
    }
  }

  private static byte[] jpeg(BufferedImage picture, int orientation) throws IOException {
    double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    boolean onItsSide = orientation >= 5;
    var small = new BufferedImage(onItsSide ? height : width, onItsSide ? width : height, BufferedImage.TYPE_INT_RGB);
    var pen = small.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, small.getWidth(), small.getHeight());
    pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.transform(upright(orientation, width, height));
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(small, "jpeg", bytes);
    return bytes.toByteArray();
  }

  /** For a picture of {@code width} and {@code height} as it lies in the file. */
  private static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
