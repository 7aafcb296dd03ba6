package org.silah.dialogue.mail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message's text: blank lines part the paragraphs, {@code # } begins a heading, and lines of the form
 * {@code label | value} are rows of a table. The marks count only where the writer of the text put them, never inside a
 * field: what a field says lies between isolates.
 */
public sealed interface Block {

  record Heading(String text) implements Block {}

  record Paragraph(List<String> lines) implements Block {}

  record Table(List<Row> rows) implements Block {}

  record Row(String label, String value) {}

  String BETWEEN = " | ";

  static List<Block> of(String text) {
    var blocks = new ArrayList<Block>();
    var lines = new ArrayList<String>();
    var rows = new ArrayList<Row>();
    for (var line : (text + "\n\n").split("\n", -1)) {
      var row = row(line.strip());
      var isRow = row != null;
      if (!isRow && !rows.isEmpty()) {
        blocks.add(new Table(List.copyOf(rows)));
        rows.clear();
      }
      if ((isRow || line.isBlank() || line.startsWith("# ")) && !lines.isEmpty()) {
        blocks.add(new Paragraph(List.copyOf(lines)));
        lines.clear();
      }
      if (row != null) {
        rows.add(row);
      } else if (line.startsWith("# ")) {
        blocks.add(new Heading(line.substring(2).strip()));
      } else if (!line.isBlank()) {
        lines.add(line.strip());
      }
    }
    return blocks;
  }

  private static @Nullable Row row(String line) {
    int bar = line.indexOf('|');
    int isolate = line.indexOf(Wording.ISOLATE);
    boolean parts = bar > 1 && line.startsWith(BETWEEN, bar - 1) && (isolate < 0 || isolate > bar);
    return parts ? new Row(line.substring(0, bar).strip(), line.substring(bar + 1).strip()) : null;
  }

  /** The same for readers of plain text. */
  static String plain(List<Block> blocks) {
    var text = new StringBuilder();
    for (var block : blocks) {
      switch (block) {
        case Heading(var heading) -> text.append(heading).append('\n');
        case Paragraph(var lines) -> lines.forEach(line -> text.append(line).append('\n'));
        case Table(var rows) -> rows.forEach(row -> text.append(row.label).append(": ").append(row.value).append('\n'));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** {@code line} as HTML: escaped, with isolates as {@code bdi}. */
  static String html(String line) {
    var html = new StringBuilder(line.length() + 32);
    var open = 0;
    for (var c : line.toCharArray()) {
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case Wording.ISOLATE -> {
          html.append("<bdi>");
          open++;
        }
        case Wording.END_ISOLATE -> {
          if (open > 0) {
            html.append("</bdi>");
            open--;
          }
        }
        default -> html.append(c);
      }
    }
    return html.append("</bdi>".repeat(open)).toString();
  }
}
