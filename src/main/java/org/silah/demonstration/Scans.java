package org.silah.demonstration;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Draws what lies on a scanner: cards with a portrait, letters of a page. Nothing is written on the cards, for a machine may have no fonts. */
final class Scans {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 404;
  private static final int LINE = 22;

  private Scans() {}

  /** A JPEG. */
  static byte[] card(RandomGenerator random) {
    var card = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var pen = card.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    var hue = random.nextFloat();
    pen.setPaint(new GradientPaint(0, 0, Color.getHSBColor(hue, .12f, .98f), WIDTH, HEIGHT, Color.getHSBColor(hue, .3f, .9f)));
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.setColor(Color.getHSBColor(hue, .6f, .45f));
    pen.fillRect(0, 0, WIDTH, 64);
    pen.setColor(Color.WHITE);
    pen.fillRoundRect(WIDTH - 216, 96, 180, 230, 16, 16);
    pen.setColor(Color.getHSBColor(hue, .35f, .6f));
    pen.fillOval(WIDTH - 166, 130, 80, 92);
    pen.fillArc(WIDTH - 206, 226, 160, 180, 0, 180);
    pen.setColor(new Color(0, 0, 0, 120));
    for (int line = 0; line < 6; line++) {
      int length = 140 + random.nextInt(200);
      pen.fillRoundRect(380 - length, 110 + line * 42, length, 14, 8, 8);
    }
    pen.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(card, "jpeg", bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A PDF of one page; {@code lines} in Latin letters, without brackets. */
  static byte[] letter(List<String> lines) {
    var text = new StringBuilder("BT /F1 13 Tf 72 760 Td %d TL\n".formatted(LINE));
    lines.forEach(line -> text.append('(').append(line).append(") Tj T*\n"));
    text.append("ET");
    var pdf = new StringBuilder("%PDF-1.4\n");
    var places = new StringBuilder();
    var objects = List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>",
        "<</Length " + text.length() + ">>stream\n" + text + "\nendstream");
    for (int i = 0; i < objects.size(); i++) {
      places.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 5\n0000000000 65535 f \n").append(places).append("trailer<</Size 5/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
