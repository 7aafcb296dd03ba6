package org.silah.dialogue.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liqp.Template;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.nodes.LNode;
import liqp.parser.Flavor;
import liqp.parser.v4.NodeVisitor;

/**
 * A text with fields, {@code {{ name }}}, and conditions, {@code {% if officer != "" %}}, written by people of the charity.
 * It can say and compare strings and nothing else: no loops, no assignments, no files, and only harmless filters, so what it
 * costs is bounded by its own length. What a field says comes out between the marks that isolate its direction.
 */
public final class Wording {

  public static final int LONGEST = 20_000;
  private static final int LONGEST_RENDERED = 256 * 1024;
  /** First strong isolate, pop directional isolate. */
  public static final char ISOLATE = '\u2068';
  public static final char END_ISOLATE = '\u2069';
  private static final String NOTHING_ISOLATED = "" + ISOLATE + END_ISOLATE;

  private static final TemplateParser PARSER = new TemplateParser.Builder()
      .withFlavor(Flavor.LIQUID)
      .withErrorMode(TemplateParser.ErrorMode.STRICT)
      .withStrictVariables(true)
      .withMaxIterations(1)
      .withMaxSizeRenderedString(LONGEST_RENDERED)
      .withNameResolver(name -> {
        throw new UnsupportedOperationException("no template includes another: " + name);
      })
      .build();

  private final LNode root;

  private Wording(Template template) {
    this.root = new NodeVisitor(PARSER.insertions, PARSER.filters, PARSER.liquidStyleInclude).visit(template.getParseTree());
  }

  /** @throws BadTemplate if it is not well-formed, or uses a field, tag or filter that it may not */
  public static Wording of(String source, Set<String> fields) {
    if (source.length() > LONGEST) {
      throw new BadTemplate("long", 0, LONGEST);
    }
    var text = source.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\n\t]]|[\\u2066-\\u2069\\u202A-\\u202E]", "");
    var outputs = new WordingRules(fields).check(parse(text).getParseTree());
    return new Wording(parse(isolated(text, outputs)));
  }

  private static String isolated(String text, List<WordingRules.Output> outputs) {
    var isolated = new StringBuilder(text);
    for (var output : outputs.reversed()) {
      isolated.insert(isolated.offsetByCodePoints(0, output.end()), END_ISOLATE);
      isolated.insert(isolated.offsetByCodePoints(0, output.start()), ISOLATE);
    }
    return isolated.toString();
  }

  /** Safe for many threads: what a rendering needs to remember lies in a context of its own. */
  public String render(Map<String, String> fields) {
    var rendered = root.render(new TemplateContext(PARSER, new HashMap<>(fields)));
    return String.valueOf(rendered).replace(NOTHING_ISOLATED, "");
  }

  private static Template parse(String text) {
    try {
      return PARSER.parse(text);
    } catch (LiquidException e) {
      throw new BadTemplate("syntax", e.line, around(text, e.line));
    } catch (StackOverflowError tooDeep) {
      throw new BadTemplate("deep", 0, null);
    }
  }

  private static String around(String text, int line) {
    var lines = text.split("\n", -1);
    return line < 1 || line > lines.length ? "" : Plain.line(lines[line - 1]);
  }
}
