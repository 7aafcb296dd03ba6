package org.silah.constituents.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charities;
import org.silah.Charity;
import org.silah.FrontDoor;
import org.silah.access.Role;
import org.silah.constituents.PartyId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** Where a family lives must not be read from a picture of its roof. */
@Charity
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({FrontDoor.class, FilingCabinet.class})
class PictureTest {

  @Autowired FilingCabinet cabinet;

  @Test
  void aPhotographKeepsEveryPixelAndNothingOfWhereItWasTaken() throws Exception {
    var taken = Papers.photograph(200, 100, 1);
    assertThat(Papers.contains(taken, Papers.place())).isTrue();
    var kept = kept("سقف المنزل.jpg", taken);
    assertThat(Papers.contains(kept, Papers.place())).isFalse();
    assertThat(Papers.contains(kept, Papers.bytes(Papers.TELLTALE))).isFalse();
    assertThat(Papers.contains(kept, Papers.bytes("Exif"))).isFalse();
    assertThat(Papers.contains(kept, Papers.bytes("<script>"))).isFalse();
    assertSamePixels(Papers.read(taken), Papers.read(kept));
    assertThat(Arrays.copyOfRange(kept, kept.length - 2, kept.length)).containsExactly(0xFF, 0xD9);
  }

  /** A red left half that stands at the top when the picture is turned to the right. */
  @ParameterizedTest
  @CsvSource({"1, left", "2, right", "3, right", "4, left", "5, top", "6, top", "7, bottom", "8, bottom"})
  void aPictureStaysTheRightWayUp(int orientation, String redSide) throws Exception {
    var client = cabinet.client();
    var document = cabinet.add(client, "phone.jpg", Papers.photograph(240, 120, orientation));
    var kept = bytes(document);
    assertThat(Exif.orientation(afterExif(kept))).isEqualTo(orientation);
    assertThat(Papers.contains(kept, Papers.place())).isFalse();
    var small = thumbnail(client, document);
    assertThat(small.getWidth() > small.getHeight()).isEqualTo(orientation < 5);
    int x = switch (redSide) {
      case "left" -> 5;
      case "right" -> small.getWidth() - 6;
      default -> small.getWidth() / 2;
    };
    int y = switch (redSide) {
      case "top" -> 5;
      case "bottom" -> small.getHeight() - 6;
      default -> small.getHeight() / 2;
    };
    assertThat(small.getRGB(x, y) >> 16 & 0xFF).as("red").isGreaterThan(200);
    assertThat(small.getRGB(small.getWidth() - 1 - x, small.getHeight() - 1 - y) & 0xFF).as("blue").isGreaterThan(200);
  }

  @Test
  void aProgressivePictureIsStrippedAlike() throws Exception {
    var progressive = progressive(Papers.halves(160, 90));
    var told = Papers.joined(Arrays.copyOf(progressive, 2), Papers.segment(0xE1, Papers.joined(Papers.bytes("Exif\0\0"), Papers.exif(1))),
        Arrays.copyOfRange(progressive, 2, progressive.length));
    var kept = kept("whatsapp.jpeg", told);
    assertThat(Papers.contains(kept, Papers.place())).isFalse();
    assertSamePixels(Papers.read(told), Papers.read(kept));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void aPngLosesItsTextsAndItsExif(int orientation) throws Exception {
    var told = Papers.pngThatTells(orientation);
    var kept = kept("scan.png", told);
    for (var gone : new String[] {"tEXt", "iTXt", "tIME", Papers.TELLTALE, "<script>"}) {
      assertThat(Papers.contains(told, Papers.bytes(gone))).as(gone).isTrue();
      assertThat(Papers.contains(kept, Papers.bytes(gone))).as(gone).isFalse();
    }
    assertThat(Papers.contains(kept, Papers.place())).isFalse();
    assertThat(Papers.contains(kept, Papers.bytes("eXIf"))).as("only to say which way is up").isEqualTo(orientation != 1);
    assertSamePixels(Papers.read(told), Papers.read(kept));
  }

  @Test
  void aWebpLosesItsExifAndXmp() throws Exception {
    var plain = Papers.webp();
    var canvas = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN).put(Papers.bytes("VP8X")).putInt(10).putInt(0x0C).put(new byte[] {1, 0, 0, 1, 0, 0}).array();
    var body = Papers.joined(Papers.bytes("WEBP"), canvas, Arrays.copyOfRange(plain, 12, plain.length), riff("EXIF", Papers.exif(6)), riff("XMP ", Papers.bytes(Papers.TELLTALE + ".")));
    var told = Papers.joined(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).put(Papers.bytes("RIFF")).putInt(body.length).array(), body);
    var kept = kept("x.webp", told);
    assertThat(Papers.contains(kept, Papers.bytes(Papers.TELLTALE))).isFalse();
    assertThat(Papers.contains(kept, Papers.place())).isFalse();
    assertThat(kept[20]).as("has Exif, for which way is up, and no XMP").isEqualTo((byte) 0x08);
    assertThat(ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN).getInt(4)).isEqualTo(kept.length - 8);
    assertSamePixels(Papers.read(told), Papers.read(kept));
  }

  @Test
  void aTiffLosesItsTagsAndWhatTheyPointedTo() throws Exception {
    var told = tiffThatTells();
    assertThat(Papers.contains(told, Papers.bytes(Papers.TELLTALE))).isTrue();
    var kept = kept("scan.tiff", told);
    assertThat(Papers.contains(kept, Papers.bytes(Papers.TELLTALE))).isFalse();
    assertThat(Papers.contains(kept, Papers.bytes("<script>"))).isFalse();
    assertSamePixels(Papers.read(told), Papers.read(kept));
  }

  @Test
  void aPictureOfABillionPixelsIsRefusedByItsHeader() {
    var client = cabinet.client();
    var header = ByteBuffer.allocate(13).putInt(30_000).putInt(40_000).put(new byte[] {8, 2, 0, 0, 0}).array();
    var png = Papers.joined(Arrays.copyOf(Papers.picture("png", 1, 1), 8), Papers.chunk("IHDR", header), Papers.chunk("IDAT", deflated(1000)), Papers.chunk("IEND", new byte[0]));
    var jpeg = Papers.picture("jpeg", 8, 8);
    int frame = indexOf(jpeg, (byte) 0xC0);
    ByteBuffer.wrap(jpeg).putShort(frame + 4, (short) 60_000).putShort(frame + 6, (short) 60_000);
    for (var file : Map.of("bomb.png", png, "bomb.jpg", jpeg).entrySet()) {
      var answer = cabinet.add(Role.CASE_WORKER, client, Map.of(file.getKey(), file.getValue()));
      assertThat(FilingCabinet.mistakes(answer)).as(file.getKey()).containsExactly("The picture has more than 64 million pixels. Make it smaller and add that.");
    }
    assertThat(cabinet.count(client)).isZero();
  }

  @Test
  void aPictureThatEndsTooEarlyIsRefused() {
    var client = cabinet.client();
    for (var whole : Map.of("a.jpg", Papers.photograph(200, 100, 1), "a.png", Papers.pngThatTells(1), "a.tif", Papers.picture("tiff", 60, 40)).entrySet()) {
      for (int length = 40; length < whole.getValue().length * 2 / 3; length += whole.getValue().length / 7) {
        var answer = cabinet.add(Role.CASE_WORKER, client, Map.of(whole.getKey(), Arrays.copyOf(whole.getValue(), length)));
        assertThat(answer).as(whole.getKey() + " of " + length).hasStatus(422);
      }
    }
  }

  private byte[] kept(String name, byte[] file) throws IOException {
    return bytes(cabinet.add(cabinet.client(), name, file));
  }

  private byte[] bytes(DocumentId document) throws IOException {
    var sha256 = cabinet.sha256(document);
    return Files.readAllBytes(Charities.folder().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2)));
  }

  private BufferedImage thumbnail(PartyId client, DocumentId document) {
    var answer = cabinet.as(Role.CASE_WORKER).get(FilingCabinet.path(client, document) + "/thumbnail");
    assertThat(answer).hasStatusOk().hasContentType("image/jpeg").hasHeader("Content-Disposition", "inline").hasHeader("Cache-Control", "no-store");
    assertThat(answer.getResponse().getHeader("Content-Security-Policy")).startsWith("sandbox;");
    return Papers.read(answer.getResponse().getContentAsByteArray());
  }

  private static void assertSamePixels(BufferedImage one, BufferedImage other) {
    assertThat(other.getWidth()).isEqualTo(one.getWidth());
    assertThat(other.getHeight()).isEqualTo(one.getHeight());
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        assertThat(other.getRGB(x, y)).isEqualTo(one.getRGB(x, y));
      }
    }
  }

  private static byte[] afterExif(byte[] jpeg) {
    int at = new String(jpeg, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("Exif\0\0");
    return at < 0 ? new byte[0] : Arrays.copyOfRange(jpeg, at + 6, Math.min(jpeg.length, at + 60));
  }

  private static int indexOf(byte[] jpeg, byte marker) {
    for (int i = 0; i < jpeg.length - 1; i++) {
      if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == marker) {
        return i + 1;
      }
    }
    throw new AssertionError("no such marker");
  }

  private static byte[] riff(String type, byte[] body) {
    return ByteBuffer.allocate(8 + body.length).order(ByteOrder.LITTLE_ENDIAN).put(Papers.bytes(type)).putInt(body.length).put(body).array();
  }

  private static byte[] deflated(int zeros) {
    var deflater = new Deflater();
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    var out = new byte[200];
    return Arrays.copyOf(out, deflater.deflate(out));
  }

  private static byte[] progressive(BufferedImage picture) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var how = writer.getDefaultWriteParam();
    how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    var bytes = new ByteArrayOutputStream();
    try (var to = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(to);
      writer.write(null, new IIOImage(picture, null, null), how);
    }
    return bytes.toByteArray();
  }

  /** As the JDK's own writer puts the tags of maker and description into it, and a web page behind its end. */
  private static byte[] tiffThatTells() throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("tiff").next();
    var picture = Papers.halves(60, 40);
    var about = writer.getDefaultImageMetadata(new javax.imageio.ImageTypeSpecifier(picture), writer.getDefaultWriteParam());
    var root = (IIOMetadataNode) about.getAsTree("javax_imageio_tiff_image_1.0");
    for (var tag : Map.of("271", "Make", "270", "ImageDescription").entrySet()) {
      var field = new IIOMetadataNode("TIFFField");
      field.setAttribute("number", tag.getKey());
      field.setAttribute("name", tag.getValue());
      var texts = new IIOMetadataNode("TIFFAsciis");
      var text = new IIOMetadataNode("TIFFAscii");
      text.setAttribute("value", Papers.TELLTALE);
      texts.appendChild(text);
      field.appendChild(texts);
      root.getFirstChild().appendChild(field);
    }
    about.setFromTree("javax_imageio_tiff_image_1.0", root);
    var bytes = new ByteArrayOutputStream();
    try (var to = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(to);
      writer.write(null, new IIOImage(picture, null, about), writer.getDefaultWriteParam());
    }
    assertThat(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()))).isNotNull();
    return Papers.joined(bytes.toByteArray(), Papers.bytes(Papers.SCRIPT));
  }
}
