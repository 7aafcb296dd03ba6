package org.silah.dialogue.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.web.Language;

/**
 * What a client reads, before it is packed into a mail.
 *
 * @param source what it says, with the marks of {@link Block} and isolates around what fields said
 * @param licence line with the charity's licence number, null for none
 * @param why one sentence: why this was sent
 * @param stop words of the link that makes it stop
 * @param stopUrl where that link leads, null in previews of letters that nobody can stop
 */
public record Letter(
    Language language, String subject, String source, String charity, @Nullable String licence, String why, String stop, @Nullable String stopUrl) {

  private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.silah");

  public List<Block> blocks() {
    return Block.of(source);
  }

  /** For readers without HTML. */
  public String text() {
    var text = new StringBuilder(Block.plain(blocks()).strip()).append("\n\n-- \n").append(charity).append('\n');
    if (licence != null) {
      text.append(licence).append('\n');
    }
    text.append('\n').append(why).append('\n');
    if (stopUrl != null) {
      text.append(stop).append(": ").append(stopUrl).append('\n');
    }
    return text.toString();
  }

  public String html() {
    var html = new StringOutput(8192);
    TEMPLATES.render("dialogue/mail/letter.jte", Map.of("letter", this), html);
    return html.toString();
  }
}
