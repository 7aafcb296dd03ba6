package org.silah.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StyleTest {

  /** One sheet serves both directions, so no rule may say left or right. */
  @Test
  void stylesAreLogicalNotPhysical() {
    var physical = Pattern.compile("(?<![\\w-])(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\\b"
        + "|(?<![\\w-])(?:left|right)\\s*:|text-align\\s*:\\s*(?:left|right)|float\\s*:\\s*(?:left|right)"
        + "|border-(?:top|bottom)-(?:left|right)-radius");
    var found = new ArrayList<String>();
    for (var file : Sources.under(Sources.RESOURCES.resolve("static/css"), ".css")) {
      var places = physical.matcher(Sources.read(file));
      while (places.find()) {
        found.add(file.getFileName() + ": " + places.group());
      }
    }
    assertThat(found).isEmpty();
  }

  /** The content security policy forbids them, so they would silently do nothing. */
  @Test
  void templatesHoldNoInlineStyleOrScript() {
    var inline = Pattern.compile("\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*src=)|javascript:");
    var found = new ArrayList<String>();
    for (var file : Sources.under(Sources.TEMPLATES, ".jte")) {
      if (file.toString().contains("/mail/")) { // a mail has no style sheet
        continue;
      }
      var places = inline.matcher(Sources.read(file));
      while (places.find()) {
        found.add(file + ": " + places.group());
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void vendoredScriptsAreWhatTheyWere() throws Exception {
    var folder = Sources.RESOURCES.resolve("static/js");
    var rows = Pattern.compile("\\| (\\S+\\.js) \\| (\\S+) \\|").matcher(Sources.read(folder.resolve("README.md")));
    var checked = 0;
    while (rows.find()) {
      var digest = MessageDigest.getInstance("SHA-384").digest(Files.readAllBytes(folder.resolve(rows.group(1))));
      assertThat(Base64.getEncoder().encodeToString(digest)).as(rows.group(1)).isEqualTo(rows.group(2));
      checked++;
    }
    assertThat(checked).isEqualTo(2);
  }
}
