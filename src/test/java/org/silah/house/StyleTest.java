package org.silah.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleTest {

  /** One sheet serves both directions, so no rule may mean left or right. */
  @Test
  void stylesAreLogicalNotPhysical() {
    var sheets = Sources.under(Sources.RESOURCES.resolve("static/css"), ".css");
    assertThat(sheets).isNotEmpty().allSatisfy(sheet -> assertThat(PhysicalStyle.in(Sources.read(sheet))).as(sheet.toString()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "margin: 0 10px 0 0", "padding: 1px calc(2px + 1px) 1px 2px", "inset: 0 auto 0 0", "border-width: 0 1px 0 0", "border-radius: 8px 0 0 8px",
      "border-radius: 8px 0", "background-position: left", "background-position: 12px 50%", "background: url(a.svg) right", "transform: translateX(4px)",
      "transform: translate(-50%, 0)", "translate: 4px", "clear: left", "float: right", "text-align: left", "left: 0", "margin-right: 1px",
      "border-left: 1px solid", "border-left-color: red", "border-top-right-radius: 2px", "transform-origin: left", "transition: left 1s"})
  void aDeclarationThatMeansOneSideIsSeen(String declaration) {
    assertThat(PhysicalStyle.in("@media print { .a { color: red; " + declaration + " } }")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "margin: 0 10px 1px 10px", "border-radius: 8px 8px 0 0", "border-radius: 50%", "position: absolute", "inset: auto 0", "transform: translate(0, 4px)",
      "content: \"left\"", "background-position: 50% 0", "transform-origin: center", "padding: 3px 0 0", "--left: 1px"})
  void aDeclarationThatServesBothDirectionsIsNot(String declaration) {
    assertThat(PhysicalStyle.in(".a { " + declaration + " }")).isEmpty();
  }

  @Test
  void aSideIsFineWhereTheOtherDirectionHasItsOwn() {
    assertThat(PhysicalStyle.in(".a { transform: translateX(4px) } .a:dir(rtl) { transform: translateX(-4px) }")).isEmpty();
    assertThat(PhysicalStyle.in(".a { transform: translateX(4px) } .b:dir(rtl) { transform: translateX(-4px) }")).hasSize(1);
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
