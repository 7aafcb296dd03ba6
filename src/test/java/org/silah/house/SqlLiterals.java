package org.silah.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts in the sources, whoever takes them; those that {@code +} joins as one, and each. */
final class SqlLiterals {

  record Literal(Path file, String text) {}

  private static final Set<String> TAKES_PIECES = Set.of("Sql.of", "append", "within", "Sql.join");
  private static final Pattern STATEMENT = Pattern.compile(
      "(?is)^\\s*(select\\s|insert\\s+into\\s|update\\s.*\\sset\\s|delete\\s+from\\s|merge\\s+into\\s|with\\s.*\\sas\\s.*\\().*");

  private SqlLiterals() {}

  static List<Literal> all() {
    var found = new ArrayList<Literal>();
    for (var unit : Code.units()) {
      var pieces = new Pieces(new Pieces.Place(unit, Map.of(), Map.of(), List.of(), Map.of()));
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
          if (literal.getValue() instanceof String text) {
            found.add(new Literal(unit.file(), text));
          }
          return null;
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
          if (sum.getKind() == Tree.Kind.PLUS) {
            pieces.of(sum).forEach(text -> found.add(new Literal(unit.file(), text)));
          }
          return super.visitBinary(sum, nothing);
        }
      }.scan(unit.tree(), null);
    }
    return found;
  }

  /** Those that are a statement by their look, and what is put together to one. */
  static List<Literal> ofSql() {
    var found = new ArrayList<>(all().stream().filter(literal -> Pieces.told(literal.text) && STATEMENT.matcher(literal.text).matches()).toList());
    for (var unit : Code.units()) {
      if (Sources.read(unit.file()).contains("import org.silah.kernel.Sql;")) {
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (call.getMethodSelect() instanceof MemberSelectTree select && (TAKES_PIECES.contains(select.toString()) || TAKES_PIECES.contains(select.getIdentifier().toString()))
                && !call.getArguments().isEmpty() && call.getArguments().getFirst() instanceof LiteralTree literal && literal.getValue() instanceof String text) {
              found.add(new Literal(unit.file(), text));
            }
            return super.visitMethodInvocation(call, nothing);
          }
        }.scan(unit.tree(), null);
      }
    }
    return found;
  }
}
