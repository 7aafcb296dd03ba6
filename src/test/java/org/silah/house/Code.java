package org.silah.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
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
import javax.tools.ToolProvider;

/** The sources as the compiler's own parser reads them: without comments, and text blocks as they will be. */
final class Code {

  /**
   * @param fields by name: what they begin with
   * @param types by name of a field: its type as written
   */
  record Unit(Path file, CompilationUnitTree tree, Map<String, ExpressionTree> fields, Map<String, String> types) {}

  /** @param of a class, an interface, a record or an enum */
  record Method(Unit unit, String owner, Tree.Kind of, MethodTree tree) {

    String name() {
      return tree.getName().toString();
    }

    boolean returns(String type) {
      return tree.getReturnType() != null && tree.getReturnType().toString().matches("(?s).*\\b" + type + "\\b.*");
    }
  }

  private Code() {}

  static List<Unit> units() {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var manager = compiler.getStandardFileManager(null, null, null);
    var task = (JavacTask) compiler.getTask(null, manager, null, List.of(), null,
        manager.getJavaFileObjectsFromPaths(Sources.under(Sources.MAIN, ".java")));
    var units = new ArrayList<Unit>();
    try {
      for (var tree : task.parse()) {
        var file = Path.of("").toAbsolutePath().relativize(Path.of(tree.getSourceFile().toUri()));
        var unit = new Unit(file, tree, new HashMap<>(), new HashMap<>());
        new Fields().scan(tree, unit);
        units.add(unit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return units;
  }

  static List<Method> methods(List<Unit> units) {
    var methods = new ArrayList<Method>();
    units.forEach(unit -> new Methods(unit).scan(unit.tree, methods));
    return methods;
  }

  private static final class Fields extends TreeScanner<Void, Unit> {
    @Override
    public Void visitClass(ClassTree owner, Unit unit) {
      for (var member : owner.getMembers()) {
        if (member instanceof VariableTree field) {
          unit.types.put(field.getName().toString(), String.valueOf(field.getType()));
          if (field.getInitializer() != null) {
            unit.fields.put(field.getName().toString(), field.getInitializer());
          }
        }
      }
      return super.visitClass(owner, unit);
    }
  }

  private static final class Methods extends TreeScanner<Void, List<Method>> {

    private final Unit unit;

    Methods(Unit unit) {
      this.unit = unit;
    }

    @Override
    public Void visitClass(ClassTree owner, List<Method> methods) {
      for (var member : owner.getMembers()) {
        if (member instanceof MethodTree method) {
          methods.add(new Method(unit, owner.getSimpleName().toString(), owner.getKind(), method));
        }
      }
      return super.visitClass(owner, methods);
    }
  }
}
