package org.silah.dialogue.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liquid.parser.v4.LiquidParser;

/** What a {@link Wording} may be made of. Everything the language has beyond this list is refused. */
final class WordingRules {

  /** Where a {@code {{ … }}} stands in the text, counted in code points. */
  record Output(int start, int end) {}

  private static final Set<Class<?>> ALLOWED = Set.of(
      LiquidParser.ParseContext.class, LiquidParser.BlockContext.class, LiquidParser.OtherContext.class, LiquidParser.TagContext.class,
      LiquidParser.Atom_tagContext.class, LiquidParser.Atom_outputContext.class, LiquidParser.Atom_othersContext.class,
      LiquidParser.OutputContext.class, LiquidParser.OutStartContext.class, LiquidParser.If_tagContext.class,
      LiquidParser.Elsif_tagContext.class, LiquidParser.Else_tagContext.class, LiquidParser.Unless_tagContext.class,
      LiquidParser.Case_tagContext.class, LiquidParser.When_tagContext.class, LiquidParser.Comment_tagContext.class,
      LiquidParser.Empty_tagContext.class, LiquidParser.Expr_termContext.class, LiquidParser.Expr_eqContext.class,
      LiquidParser.Expr_logicContext.class, LiquidParser.Term_StrContext.class, LiquidParser.Term_lookupContext.class,
      LiquidParser.Term_EmptyContext.class, LiquidParser.Term_BlankContext.class, LiquidParser.Term_LongNumContext.class,
      LiquidParser.Lookup_id_indexesContext.class,
      LiquidParser.IdContext.class, LiquidParser.FilterContext.class, LiquidParser.ParamsContext.class,
      LiquidParser.Param_expr_exprContext.class, LiquidParser.Param_exprContext.class);

  /** None of them makes a text longer than it is by more than what it was given. */
  private static final Set<String> FILTERS = Set.of("append", "prepend", "capitalize", "default", "downcase", "strip", "truncate", "upcase");

  private static final int DEEPEST = 200;

  private final Set<String> fields;
  private final List<Output> outputs = new ArrayList<>();

  WordingRules(Set<String> fields) {
    this.fields = fields;
  }

  /** The outputs in the order of the text. */
  List<Output> check(ParseTree tree) {
    visit(tree, 0);
    return outputs;
  }

  private void visit(ParseTree node, int depth) {
    if (!(node instanceof ParserRuleContext part)) {
      return;
    }
    int line = part.getStart() == null ? 0 : part.getStart().getLine();
    if (depth > DEEPEST) {
      throw new BadTemplate("deep", line, null);
    }
    if (!ALLOWED.contains(part.getClass())) {
      throw new BadTemplate("tag", line, Plain.line(part.getText()));
    }
    switch (part) {
      case LiquidParser.OutputContext output -> outputs.add(new Output(output.getStart().getStartIndex(), output.getStop().getStopIndex() + 1));
      case LiquidParser.FilterContext filter when !FILTERS.contains(filter.getChild(1).getText()) ->
          throw new BadTemplate("filter", line, Plain.line(filter.getChild(1).getText()));
      case LiquidParser.Lookup_id_indexesContext lookup when !fields.contains(lookup.getText()) ->
          throw new BadTemplate("field", line, Plain.line(lookup.getText()));
      default -> {}
    }
    for (int child = 0; child < part.getChildCount(); child++) {
      visit(part.getChild(child), depth + 1);
    }
  }
}
