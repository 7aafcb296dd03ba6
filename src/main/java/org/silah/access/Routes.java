package org.silah.access;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table {@code access/routes.csv}: every route and who may use it. It is what the program enforces and
 * what the build checks, so the two cannot drift apart. What it does not name is refused.
 */
public final class Routes {

  /** Open to everyone. */
  static final String PUBLIC = "public";
  /** Open to everyone, and posted to by programs that have no page of ours: a mail provider's one-click unsubscribe. */
  static final String OUTSIDE = "outside";
  /** Any staff member. */
  static final String SIGNED_IN = "signed-in";
  /** A staff member who must choose a password of their own before anything else. */
  static final String NEW_PASSWORD = "new-password";

  /** Behind the word of a role: only who sees the whole charity, because what is there cannot be told by branch. */
  static final String OF_ALL = "-of-all";

  /** @param who {@code public}, {@code outside}, {@code signed-in}, {@code new-password}, role codes or an API scope */
  public record Route(String method, PathPattern path, Set<String> who) {

    boolean matches(String method, PathContainer path) {
      return (this.method.equals("ANY") || this.method.equals(method)) && this.path.matches(path);
    }

    boolean open() {
      return who.contains(PUBLIC) || who.contains(OUTSIDE);
    }

    private String firstWord() {
      return Routes.firstWord(path.getPatternString());
    }
  }

  private final List<Route> routes;
  /** Those without anything variable, by method and path: a page asks some twenty times what its visitor may do, mostly these. */
  private final Map<String, Route> literal;
  private final Map<String, List<Route>> byFirstWord;

  Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
    this.literal = routes.stream().filter(route -> !route.path().hasPatternSyntax())
        .collect(Collectors.toMap(route -> place(route.method(), route.path().getPatternString()), route -> route, (first, _) -> first));
    this.byFirstWord = routes.stream().collect(Collectors.groupingBy(Route::firstWord));
  }

  public static Routes read() {
    var routes = new ArrayList<Route>();
    var parser = PathPatternParser.defaultInstance;
    try (var file = new InputStreamReader(Objects.requireNonNull(Routes.class.getResourceAsStream("/access/routes.csv")), StandardCharsets.UTF_8);
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
    var asked = method.equals("HEAD") ? "GET" : method;
    var exactly = literal.get(place(asked, path));
    return exactly == null ? mostParticular(asked, path) : Optional.of(exactly);
  }

  private Optional<Route> mostParticular(String asked, String path) {
    var container = PathContainer.parsePath(path);
    return at(path).stream()
        .filter(route -> route.matches(asked, container))
        .min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.path(), b.path()));
  }

  /** The methods that some row names for {@code path}. */
  Set<String> methods(String path) {
    var container = PathContainer.parsePath(path);
    return at(path).stream()
        .filter(route -> route.path().matches(container))
        .map(Route::method)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean allows(String method, String path, Set<String> held) {
    return find(method, path).map(route -> route.open() || route.who().stream().anyMatch(held::contains)).orElse(false);
  }

  private List<Route> at(String path) {
    return byFirstWord.getOrDefault(firstWord(path), List.of());
  }

  private static String place(String method, String path) {
    return method + " " + path;
  }

  private static String firstWord(String path) {
    var end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }
}
