package org.silah.constituents.documents;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as clients bring them and as somebody does who means ill, all made here. */
public final class Papers {

  static final String SCRIPT = "<script>alert(document.domain)</script>";
  /** Stands in every place where a camera or a program writes about a picture. */
  static final String TELLTALE = "Canon-of-Umm-Fahd";
  private static final int LONGITUDE = 46_675;
  private static final int LATITUDE = 24_713;

  private Papers() {}

  /** Of one page that says {@code words}, in Latin letters. */
  public static byte[] pdf(String words) {
    return """
        %%PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj
        4 0 obj<</Length %d>>stream
        BT /F1 24 Tf 72 720 Td (%s) Tj ET
        endstream endobj
        trailer<</Root 1 0 R>>
        %%%%EOF
        """.formatted(words.length() + 36, words).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The one half red, the other blue, so that it shows how it was turned. */
  static BufferedImage halves(int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var pen = picture.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width / 2, height);
    pen.setColor(Color.BLUE);
    pen.fillRect(width / 2, 0, width - width / 2, height);
    pen.dispose();
    return picture;
  }

  static byte[] picture(String format, int width, int height) {
    return written(format, halves(width, height));
  }

  static byte[] written(String format, BufferedImage picture) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(picture, format, bytes)) {
        throw new IllegalArgumentException(format);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  static BufferedImage read(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A JPEG as a phone makes it: where and with what it was taken, a comment, and a web page behind its end. */
  static byte[] photograph(int width, int height, int orientation) {
    var plain = picture("jpeg", width, height);
    return joined(new byte[] {(byte) 0xFF, (byte) 0xD8},
        segment(0xE1, joined(bytes("Exif\0\0"), exif(orientation))),
        segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + TELLTALE + "</x:xmpmeta>")),
        segment(0xED, bytes("Photoshop 3.0\0" + TELLTALE)),
        segment(0xFE, bytes(SCRIPT)),
        java.util.Arrays.copyOfRange(plain, 2, plain.length),
        bytes("<html>" + SCRIPT + "</html>"));
  }

  /** Exif with a maker, an orientation and a place in Riyadh. */
  static byte[] exif(int orientation) {
    var maker = bytes(TELLTALE + "\0");
    var exif = ByteBuffer.allocate(400);
    exif.put(bytes("MM")).putShort((short) 42).putInt(8);
    exif.putShort((short) 3);
    entry(exif, 0x010F, 2, maker.length, 50);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
    entry(exif, 0x8825, 4, 1, 100);
    exif.putInt(0);
    exif.position(50).put(maker);
    exif.position(100).putShort((short) 2);
    entry(exif, 2, 5, 1, 150);
    entry(exif, 4, 5, 1, 160);
    exif.position(150).putInt(LATITUDE).putInt(1000).position(160).putInt(LONGITUDE).putInt(1000);
    return exif.array();
  }

  private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
    exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** How {@link #exif} writes where it was. */
  static byte[] place() {
    return ByteBuffer.allocate(8).putInt(LATITUDE).putInt(1000).array();
  }

  /** A PNG with Exif, texts of each kind and a time. */
  static byte[] pngThatTells(int orientation) {
    var plain = picture("png", 60, 40);
    int afterHeader = 8 + 25;
    return joined(java.util.Arrays.copyOf(plain, afterHeader),
        chunk("eXIf", exif(orientation)), chunk("tEXt", bytes("Author\0" + TELLTALE)), chunk("iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0" + TELLTALE)),
        chunk("tIME", new byte[] {7, (byte) 0xEA, 1, 2, 3, 4, 5}),
        java.util.Arrays.copyOfRange(plain, afterHeader, plain.length), bytes(SCRIPT));
  }

  static byte[] chunk(String type, byte[] body) {
    var sum = new CRC32();
    sum.update(bytes(type));
    sum.update(body);
    return ByteBuffer.allocate(12 + body.length).putInt(body.length).put(bytes(type)).put(body).putInt((int) sum.getValue()).array();
  }

  static byte[] segment(int marker, byte[] body) {
    return ByteBuffer.allocate(4 + body.length).put((byte) 0xFF).put((byte) marker).putShort((short) (body.length + 2)).put(body).array();
  }

  /** @param parts names and contents in turn */
  static byte[] zip(String... parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(parts[i]));
        zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  static byte[] docx() {
    return zip("[Content_Types].xml", "<Types/>", "_rels/.rels", "<Relationships/>", "word/document.xml", "<w:document/>");
  }

  static byte[] xlsx() {
    return zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>");
  }

  /** By their usual names, one of each type that is taken. */
  static Map<String, byte[]> oneOfEach() {
    return Map.ofEntries(
        Map.entry("pdf", pdf("Lease")), Map.entry("jpg", picture("jpeg", 30, 20)), Map.entry("png", picture("png", 30, 20)),
        Map.entry("tif", picture("tiff", 30, 20)), Map.entry("docx", docx()), Map.entry("xlsx", xlsx()),
        Map.entry("txt", "تعريف بالدخل: 3,200 ريال\n".getBytes(StandardCharsets.UTF_8)),
        Map.entry("mp3", joined(bytes("ID3\3\0\0\0\0\0\0"), new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x64}, new byte[413])),
        Map.entry("m4a", joined(new byte[] {0, 0, 0, 0x20}, bytes("ftypM4A \0\0\0\0M4A mp42isom\0\0\0\0"), new byte[64])),
        Map.entry("ogg", joined(bytes("OggS\0\2"), new byte[20], new byte[] {1, 19}, bytes("OpusHead"), new byte[40])),
        Map.entry("amr", joined(bytes("#!AMR\n"), new byte[64])),
        Map.entry("webp", webp()));
  }

  /** Four pixels of one colour, lossless. */
  static byte[] webp() {
    return java.util.HexFormat.of().parseHex("524946461c000000574542505650384c0f0000002f01400000071011fd0f44441022fa1f00".substring(0, 72));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static boolean contains(byte[] whole, byte[] part) {
    return new String(whole, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
  }
}
