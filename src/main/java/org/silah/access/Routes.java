package org.silah.access;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table {@code access/routes.csv}: every route and who may use it. It is what the program enforces and
 * what the build checks, so the two cannot drift apart. What it does not name is refused.
 */
public final class Routes {

  /** @param who {@code public}, {@code signed-in}, role codes or an API scope */
  public record Route(String method, PathPattern path, Set<String> who) {

    boolean matches(String method, PathContainer path) {
      return (this.method.equals("ANY") || this.method.equals(method)) && this.path.matches(path);
    }
  }

  private final List<Route> routes;

  Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  public static Routes read() {
    var routes = new ArrayList<Route>();
    var parser = PathPatternParser.defaultInstance;
    try (var file = new InputStreamReader(Routes.class.getResourceAsStream("/access/routes.csv"), StandardCharsets.UTF_8);
        var rows = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(file)) {
      for (var row : rows) {
        routes.add(new Route(row.getField("method"), parser.parse(row.getField("path")), Set.of(row.getField("who").split("\\|"))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Routes(routes);
  }

  public List<Route> all() {
    return routes;
  }

  /** The most particular row for a request, or nothing: then nobody may. HEAD is as GET. */
  Optional<Route> find(String method, String path) {
    var container = PathContainer.parsePath(path);
    var asked = method.equals("HEAD") ? "GET" : method;
    return routes.stream()
        .filter(route -> route.matches(asked, container))
        .min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.path(), b.path()));
  }

  boolean allows(String method, String path, Set<String> held) {
    return find(method, path).map(route -> route.who().contains("public") || route.who().stream().anyMatch(held::contains)).orElse(false);
  }
}
