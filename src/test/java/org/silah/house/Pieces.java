package org.silah.house;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every text that an expression may stand for at one place of the code. What cannot be told is named between ⟨ and ⟩. Of the parts that
 * {@code Sql.join} puts together it takes each alone and all at once.
 */
final class Pieces {

  static final String UNTOLD = "⟨";
  private static final Set<String> PASSES_ON = Set.of("text", "stream", "toList", "get", "orElseThrow");
  private static final int MOST = 5_000;

  /** What the code around is known to hold and to answer; {@code known} changes from line to line. */
  record Place(Code.Unit unit, Map<String, Set<String>> known, Map<String, String> types, List<Code.Method> methods,
      Map<Tree, Set<String>> answers) {}

  private final Place place;

  Pieces(Place place) {
    this.place = place;
  }

  Set<String> of(Tree expression) {
    return switch (expression) {
      case LiteralTree literal -> literal.getValue() == null ? Set.of() : Set.of(literal.getValue().toString());
      case ParenthesizedTree inside -> of(inside.getExpression());
      case ExpressionStatementTree statement -> of(statement.getExpression());
      case LambdaExpressionTree lambda -> of(lambda.getBody());
      case ConditionalExpressionTree either -> union(List.of(either.getTrueExpression(), either.getFalseExpression()));
      case SwitchExpressionTree choice -> union(choice.getCases().stream().map(one -> one.getBody() == null ? one : one.getBody()).toList());
      case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> each(of(sum.getLeftOperand()), "", of(sum.getRightOperand()));
      case NewClassTree list when list.getIdentifier().toString().startsWith("ArrayList") && list.getArguments().isEmpty() -> Set.of();
      case IdentifierTree name -> named(name);
      case MemberReferenceTree method -> answered(method, answers(method.getName().toString(), -1, method.getQualifierExpression().toString()));
      case MethodInvocationTree call -> called(call);
      default -> untold(expression);
    };
  }

  private Set<String> named(IdentifierTree name) {
    var known = place.known.get(name.getName().toString());
    if (known != null) {
      return known;
    }
    var field = place.unit.fields().get(name.getName().toString());
    return field == null ? untold(name) : new Pieces(new Place(place.unit, Map.of(), Map.of(), place.methods, place.answers)).of(field);
  }

  private Set<String> called(MethodInvocationTree call) {
    var arguments = call.getArguments();
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return answered(call, answers(call.getMethodSelect().toString(), arguments.size(), null));
    }
    var on = select.getExpression();
    return switch (on + "." + select.getIdentifier() + "/" + arguments.size()) {
      case String s when s.startsWith("Sql.of/") -> of(arguments.getFirst());
      case "Sql.join/2" -> joined(of(arguments.getFirst()), of(arguments.getLast()));
      case String s when s.matches("(List|Optional)\\.(of|empty)/\\d+") -> union(arguments);
      case String s when s.matches("Map\\.of/\\d+") -> union(IntStream.range(0, arguments.size() / 2).mapToObj(i -> arguments.get(2 * i + 1)).toList());
      case String s when s.matches("(?s).*\\.append/[1-9]\\d*") -> each(of(on), " ", of(arguments.getFirst()));
      case String s when s.endsWith(".limit/1") -> each(of(on), " ", Set.of("limit 1"));
      case String s when s.endsWith(".within/1") -> within(of(arguments.getFirst()), of(on));
      case String s when s.endsWith(".map/1") -> of(arguments.getFirst());
      case String s when s.endsWith(".apply/" + arguments.size()) -> answered(call, referred());
      case String s when PASSES_ON.contains(select.getIdentifier().toString()) -> of(on);
      default -> answered(call, answers(select.getIdentifier().toString(), arguments.size(), on.toString()));
    };
  }

  /** What the methods of that name answer; null when there is none. Those of the named class, where the code around says its name. */
  private Set<String> answers(String name, int arguments, String on) {
    var type = on == null ? null : place.types.getOrDefault(on, place.unit.types().getOrDefault(on, on)).replaceAll("^@\\w+ |<.*", "");
    var here = place.methods.stream().filter(method -> method.name().equals(name) && (arguments < 0 || method.tree().getParameters().size() == arguments));
    var able = here.filter(method -> method.returns("Sql") && (on != null || method.unit() == place.unit)).toList();
    var exact = able.stream().filter(method -> method.owner().equals(type) && method.of() != Tree.Kind.INTERFACE).toList();
    var all = new TreeSet<String>();
    (exact.isEmpty() ? able : exact).forEach(method -> all.addAll(place.answers.getOrDefault(method.tree(), Set.of())));
    return able.isEmpty() ? null : all;
  }

  /** What the methods answer that this file names by {@code ::}. */
  private Set<String> referred() {
    var all = new ArrayList<Set<String>>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMemberReference(MemberReferenceTree method, Void nothing) {
        var answers = answers(method.getName().toString(), -1, method.getQualifierExpression().toString());
        if (answers != null) {
          all.add(answers);
        }
        return super.visitMemberReference(method, nothing);
      }
    }.scan(place.unit.tree(), null);
    return all.isEmpty() ? null : all.stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private static Set<String> answered(Tree call, Set<String> answers) {
    return answers == null ? untold(call) : answers;
  }

  static boolean told(String text) {
    return !text.contains(UNTOLD);
  }

  private static Set<String> untold(Tree expression) {
    return Set.of(UNTOLD + expression + "⟩");
  }

  private Set<String> union(List<? extends Tree> expressions) {
    var all = new TreeSet<String>();
    expressions.forEach(expression -> all.addAll(of(expression)));
    return all;
  }

  private static Set<String> each(Set<String> ones, String between, Set<String> others) {
    if (ones.size() * others.size() > MOST) {
      throw new IllegalStateException("too many statements begin with " + ones.iterator().next());
    }
    var all = new TreeSet<String>();
    ones.forEach(one -> others.forEach(other -> all.add(one + between + other)));
    return all;
  }

  private static Set<String> joined(Set<String> words, Set<String> parts) {
    var all = new TreeSet<String>();
    parts.forEach(part -> all.add("(" + part + ")"));
    words.forEach(word -> all.add("(" + String.join(word, parts) + ")"));
    return parts.isEmpty() ? parts : all;
  }

  private static Set<String> within(Set<String> frames, Set<String> pieces) {
    var all = new TreeSet<String>();
    frames.forEach(frame -> pieces.forEach(piece -> all.add(frame.replace("%s", piece))));
    return all;
  }
}
