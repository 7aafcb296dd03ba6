package org.silah.house;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which SQL each source hands to the database. Follows pieces line by line, into each branch, from method to method, so that every way
 * they are put together is seen.
 */
final class StatementsInCode extends TreeScanner<Void, Void> {

  /** Methods whose first argument is SQL. */
  private static final Set<String> TAKES_SQL = Set.of(
      "sql", "copyIn", "prepareStatement", "batchUpdate", "setGetSessionQuery", "setCreateSessionAttributeQuery");
  private static final int DEEPEST = 12;

  /** @param text with what cannot be told between ⟨ and ⟩ */
  record Statement(Path file, String text) {}

  private record Parameter(Path file, String method, int of, int place) {}

  private final List<Code.Method> methods;
  /** What methods answer and what they are given, as far as the rounds before found out. */
  private final Map<Tree, Set<String>> answers = new HashMap<>();
  private final Map<Parameter, Set<String>> given = new HashMap<>();
  private final Set<Statement> found = new LinkedHashSet<>();

  private Code.Unit unit;
  private Map<String, Set<String>> known = new HashMap<>();
  private Map<String, String> types = new HashMap<>();
  private Set<String> returned = new TreeSet<>();

  private StatementsInCode(List<Code.Method> methods) {
    this.methods = methods;
  }

  static Collection<Statement> all() {
    var units = Code.units().stream().filter(unit -> !unit.file().endsWith("kernel/Sql.java")).toList();
    var walk = new StatementsInCode(Code.methods(units));
    var before = -1;
    for (int round = 0; before != walk.size(); round++) {
      if (round == DEEPEST) {
        throw new IllegalStateException("pieces of SQL go round in circles");
      }
      before = walk.size();
      walk.found.clear();
      units.forEach(walk::read);
    }
    return walk.found;
  }

  private int size() {
    return answers.values().stream().mapToInt(Set::size).sum() + given.values().stream().mapToInt(Set::size).sum();
  }

  private void read(Code.Unit next) {
    unit = next;
    known = new HashMap<>();
    types = new HashMap<>();
    scan(next.tree(), null);
  }

  private Set<String> pieces(Tree expression) {
    return new Pieces(new Pieces.Place(unit, known, types, methods, answers)).of(expression);
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    var around = known;
    var typesAround = types;
    var outside = returned;
    known = new HashMap<>(around);
    types = new HashMap<>(typesAround);
    returned = new TreeSet<>();
    var parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      var type = parameters.get(i).getType().toString();
      types.put(parameters.get(i).getName().toString(), type);
      if (isSql(type)) {
        known.put(parameters.get(i).getName().toString(), given.computeIfAbsent(new Parameter(unit.file(), method.getName().toString(), parameters.size(), i), _ -> new TreeSet<>()));
      }
    }
    scan(method.getBody(), null);
    if (isSql(String.valueOf(method.getReturnType()))) {
      answers.computeIfAbsent(method, _ -> new TreeSet<>()).addAll(returned);
    }
    known = around;
    types = typesAround;
    returned = outside;
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
    var select = call.getMethodSelect() instanceof MemberSelectTree member ? member : null;
    var name = select == null ? call.getMethodSelect().toString() : select.getIdentifier().toString();
    var arguments = call.getArguments();
    given.forEach((parameter, texts) -> {
      if (parameter.method.equals(name) && parameter.of == arguments.size() && isIn(parameter.file, select)) {
        texts.addAll(pieces(arguments.get(parameter.place)));
      }
    });
    for (var argument : arguments) {
      if (select != null && argument instanceof LambdaExpressionTree lambda && lambda.getParameters().size() == 1) {
        known.put(lambda.getParameters().getFirst().getName().toString(), pieces(select.getExpression()));
      }
    }
    if (select != null && TAKES_SQL.contains(name) && !arguments.isEmpty()) {
      pieces(arguments.getFirst()).forEach(text -> found.add(new Statement(unit.file(), text)));
    }
    if (name.equals("add") && select != null && arguments.size() == 1 && known.containsKey(select.getExpression().toString())) {
      known.merge(select.getExpression().toString(), pieces(arguments.getFirst()), StatementsInCode::union);
    }
    return super.visitMethodInvocation(call, nothing);
  }

  @Override
  public Void visitVariable(VariableTree variable, Void nothing) {
    super.visitVariable(variable, nothing);
    types.put(variable.getName().toString(), String.valueOf(variable.getType()));
    if (variable.getInitializer() != null) {
      known.put(variable.getName().toString(), pieces(variable.getInitializer()));
    }
    return null;
  }

  @Override
  public Void visitAssignment(AssignmentTree assignment, Void nothing) {
    super.visitAssignment(assignment, nothing);
    if (assignment.getVariable() instanceof IdentifierTree name) {
      known.put(name.getName().toString(), pieces(assignment.getExpression()));
    }
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree answer, Void nothing) {
    if (answer.getExpression() != null) {
      returned.addAll(pieces(answer.getExpression()));
    }
    return super.visitReturn(answer, nothing);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
    var outside = returned;
    returned = new TreeSet<>();
    super.visitLambdaExpression(lambda, nothing);
    returned = outside;
    return null;
  }

  @Override
  public Void visitIf(IfTree either, Void nothing) {
    scan(either.getCondition(), null);
    branch(either.getElseStatement() == null ? List.of(either.getThenStatement()) : List.of(either.getThenStatement(), either.getElseStatement()),
        either.getElseStatement() == null);
    return null;
  }

  @Override
  public Void visitSwitch(SwitchTree choice, Void nothing) {
    scan(choice.getExpression(), null);
    branch(choice.getCases(), choice.getCases().stream().noneMatch(one -> one.getCaseKind() == CaseTree.CaseKind.RULE));
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void nothing) {
    scan(loop.getExpression(), null);
    branch(List.of(loop.getStatement()), true);
    return null;
  }

  private void branch(List<? extends Tree> ways, boolean orNone) {
    var before = Map.copyOf(known);
    var after = orNone ? new HashMap<>(before) : new HashMap<String, Set<String>>();
    for (var way : ways) {
      known = new HashMap<>(before);
      scan(way, null);
      known.forEach((name, texts) -> after.merge(name, texts, StatementsInCode::union));
    }
    known = after;
  }

  private static Set<String> union(Set<String> ones, Set<String> others) {
    var all = new TreeSet<>(ones);
    all.addAll(others);
    return all;
  }

  /** Whether a method called on that may be in that file. Where the code around does not say the class it may be in any. */
  private boolean isIn(Path file, MemberSelectTree select) {
    if (select == null) {
      return file.equals(unit.file());
    }
    var on = select.getExpression().toString();
    var type = types.getOrDefault(on, unit.types().get(on));
    return type == null || type.equals("null") || file.endsWith(type + ".java");
  }

  private static boolean isSql(String type) {
    return type.matches("(?s).*\\bSql\\b.*");
  }
}
