package org.silah.house;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template says by itself: all that is left without its commands, values and tags. */
final class TemplateText {

  /** Signs that no language translates. */
  private static final Set<String> TECHNICAL = Set.of("Authorization: Bearer");
  private static final Pattern COMMAND = Pattern.compile("@(?:(?:if|elseif|for|template\\.[\\w.-]+)\\(|else\\b|endif\\b|endfor\\b|raw\\b|endraw\\b|param [^\\n]*|import [^\\n]*)");
  private static final Pattern VALUE = Pattern.compile("\\$(?:unsafe)?\\{|!\\{");
  private static final Pattern SPOKEN = Pattern.compile("\\s(?:aria-label|aria-description|placeholder|title|alt|label)=\"([^\"]*)\"");

  private final String source;
  private final StringBuilder said = new StringBuilder();
  private int at;

  private TemplateText(String source) {
    this.source = source;
  }

  static Stream<String> of(String source) {
    var reading = new TemplateText(source.replaceAll("(?s)<%--.*?--%>|<!--.*?-->", ""));
    reading.text();
    var said = reading.said.toString().replaceAll("&#?\\w+;", "").replaceAll("(?s)<(kbd|script|style|code)\\b.*?</\\1>", "<>");
    var spoken = SPOKEN.matcher(said).results().map(found -> found.group(1));
    return Stream.concat(Stream.of(said.split("(?s)<[^>]*>")), spoken).map(String::strip)
        .filter(text -> text.codePoints().anyMatch(Character::isLetter) && !TECHNICAL.contains(text));
  }

  /** Up to the end, or to the ` behind which code goes on. */
  private void text() {
    var command = COMMAND.matcher(source);
    var value = VALUE.matcher(source);
    while (at < source.length() && source.charAt(at) != '`') {
      if (command.region(at, source.length()).lookingAt()) {
        at = command.end();
        if (command.group().endsWith("(")) {
          code(')');
        }
      } else if (value.region(at, source.length()).lookingAt()) {
        at = value.end();
        code('}');
        said.append(' ');
      } else {
        said.append(source.charAt(at++));
      }
    }
  }

  /** Up to behind the bracket that ends it. */
  private void code(char end) {
    while (at < source.length() && source.charAt(at) != end) {
      switch (source.charAt(at++)) {
        case '(' -> code(')');
        case '{' -> code('}');
        case '"' -> quoted('"');
        case '\'' -> quoted('\'');
        case '`' -> {
          text();
          at++;
        }
        default -> {}
      }
    }
    at++;
  }

  private void quoted(char end) {
    while (source.charAt(at) != end) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }
}
