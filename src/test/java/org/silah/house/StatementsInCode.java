package org.silah.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;

/** Reads with the compiler's own parser which SQL each source hands to the database. */
final class StatementsInCode {

  /** Methods whose first argument is SQL. */
  private static final Set<String> TAKES_SQL = Set.of("sql", "copyIn", "prepareStatement", "batchUpdate");

  /** @param text null when the statement is put together at run time */
  record Statement(Path file, String method, String text, String expression) {}

  private StatementsInCode() {}

  static List<Statement> all() {
    var files = Sources.under(Sources.MAIN, ".java");
    var compiler = ToolProvider.getSystemJavaCompiler();
    var manager = compiler.getStandardFileManager(null, null, null);
    var task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
    var found = new ArrayList<Statement>();
    try {
      for (var unit : task.parse()) {
        var file = Path.of("").toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri()));
        var constants = new HashMap<String, ExpressionTree>();
        new Constants().scan(unit, constants);
        new Calls(file, constants).scan(unit, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static final class Constants extends TreeScanner<Void, Map<String, ExpressionTree>> {
    @Override
    public Void visitVariable(VariableTree variable, Map<String, ExpressionTree> constants) {
      if (variable.getInitializer() != null) {
        constants.put(variable.getName().toString(), variable.getInitializer());
      }
      return super.visitVariable(variable, constants);
    }
  }

  private static final class Calls extends TreeScanner<Void, List<Statement>> {

    private final Path file;
    private final Map<String, ExpressionTree> constants;

    Calls(Path file, Map<String, ExpressionTree> constants) {
      this.file = file;
      this.constants = constants;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, List<Statement> found) {
      if (call.getMethodSelect() instanceof MemberSelectTree select && !call.getArguments().isEmpty()) {
        var method = select.getIdentifier().toString();
        var first = call.getArguments().getFirst();
        var isSqlOf = method.equals("of") && select.getExpression().toString().equals("Sql");
        if (TAKES_SQL.contains(method) || isSqlOf) {
          found.add(new Statement(file, isSqlOf ? "Sql.of" : method, constant(first, 0), first.toString()));
        }
      }
      return super.visitMethodInvocation(call, found);
    }

    private String constant(ExpressionTree expression, int depth) {
      if (depth > 20) {
        return null;
      }
      return switch (expression) {
        case LiteralTree literal when literal.getKind() == Tree.Kind.STRING_LITERAL -> (String) literal.getValue();
        case LiteralTree literal -> String.valueOf(literal.getValue());
        case ParenthesizedTree inside -> constant(inside.getExpression(), depth + 1);
        case IdentifierTree name when constants.containsKey(name.getName().toString()) -> constant(constants.get(name.getName().toString()), depth + 1);
        case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> {
          var left = constant(sum.getLeftOperand(), depth + 1);
          var right = constant(sum.getRightOperand(), depth + 1);
          yield left == null || right == null ? null : left + right;
        }
        default -> null;
      };
    }
  }
}
