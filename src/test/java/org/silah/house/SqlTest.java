package org.silah.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** No statement reaches a user that PostgreSQL has not parsed against the migrated tables. */
@Charity
@SpringBootTest
class SqlTest {

  /** "could not determine data type of parameter": the driver names the types at run time. */
  private static final String UNTYPED_PARAMETER = "42P18";
  /** Made before all others and empty: what is read from temporary tables is prepared too. */
  private static final Pattern TEMPORARY = Pattern.compile("(?is)^\\s*create temp(?:orary)? table\\b.*");
  private static final Pattern STARTS = Pattern.compile("(?is)^\\s*(select|insert|update|delete|with|merge)\\b.*");
  private static final Pattern COPY = Pattern.compile("(?is)^\\s*copy\\s+([a-z_.]+)\\s*\\(([^)]*)\\)\\s+from stdin.*");

  /** They ask the catalogue of a cluster in which there are no tables of ours yet. */
  private static final Set<String> BEFORE_THE_TABLES = Set.of("Fitness.java", "Roles.java");

  @Autowired DataSource database;

  @Test
  void everyStatementPreparesAgainstTheMigratedSchema() throws SQLException {
    var refused = new TreeMap<String, String>(); // by problem, with one of the statements that have it
    var prepared = new TreeSet<String>();
    var statements = StatementsInCode.all();
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(true);
      makeTemporaryTables(connection, statements);
      for (var statement : statements) {
        var text = complete(statement.text());
        if (!Pieces.told(statement.text())) {
          refused.put(statement.file().getFileName() + ": cannot be told before it runs", statement.text());
        } else if (text != null && prepared.add(text)) {
          prepare(connection, text).ifPresent(problem -> refused.putIfAbsent(statement.file().getFileName() + ": " + problem.lines().findFirst().orElse(""), problem + "\n" + statement.text()));
        }
      }
      connection.createStatement().execute("discard temp");
    }
    assertThat(refused).isEmpty();
    assertThat(prepared).hasSizeGreaterThan(400);
  }

  /** A piece that no statement holds, or a statement that is handed over in a way not looked at, would never be prepared. */
  @Test
  void everyPieceIsInAStatement() {
    var statements = StatementsInCode.all().stream().map(StatementsInCode.Statement::text).filter(Pieces::told).collect(joining("\n;\n"));
    var unseen = SqlLiterals.ofSql().stream()
        .filter(literal -> !BEFORE_THE_TABLES.contains(literal.file().getFileName().toString()))
        .flatMap(literal -> Stream.of(literal.text().split("%s")).filter(part -> !statements.contains(part)).map(part -> literal.file().getFileName() + ": " + part));
    assertThat(unseen).isEmpty();
    assertThat(SqlLiterals.ofSql()).hasSizeGreaterThan(300);
  }

  /** One may be made of another, so it goes round as long as one more can be made. */
  private static void makeTemporaryTables(Connection connection, Collection<StatementsInCode.Statement> statements) throws SQLException {
    var left = new ArrayList<>(statements.stream().map(StatementsInCode.Statement::text).filter(text -> TEMPORARY.matcher(text).matches()).distinct().toList());
    var problems = new ArrayList<String>();
    for (int before = -1; before != left.size();) {
      before = left.size();
      problems.clear();
      try (var statement = connection.createStatement()) {
        left.removeIf(text -> made(statement, numbered(text).replaceAll("\\$\\d+", "null").replace("on commit drop", ""), problems));
      }
    }
    assertThat(problems).isEmpty();
  }

  private static boolean made(Statement statement, String table, List<String> problems) {
    try {
      statement.execute(table);
      return true;
    } catch (SQLException e) {
      problems.add(e.getMessage() + "\n    " + table);
      return false;
    }
  }

  private static String complete(String text) {
    if (STARTS.matcher(text).matches()) {
      return text;
    }
    Matcher copy = COPY.matcher(text);
    return copy.matches() ? "select " + copy.group(2) + " from " + copy.group(1) : null;
  }

  private static java.util.Optional<String> prepare(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("prepare one as " + numbered(text));
      statement.execute("deallocate one");
      return java.util.Optional.empty();
    } catch (SQLException e) {
      return e.getSQLState().equals(UNTYPED_PARAMETER) ? java.util.Optional.empty() : java.util.Optional.of(e.getMessage());
    }
  }

  /** {@code ?} and {@code :name} become {@code $1}, {@code $2}, …; quoted text and casts stay. */
  static String numbered(String text) {
    var names = new ArrayList<String>();
    var out = new StringBuilder();
    var parts = Pattern.compile("'(?:[^']|'')*'|::|\\?\\?|\\?|:[a-zA-Z_]\\w*").matcher(text);
    while (parts.find()) {
      parts.appendReplacement(out, Matcher.quoteReplacement(replacement(parts.group(), names)));
    }
    parts.appendTail(out);
    return out.toString();
  }

  private static String replacement(String part, List<String> names) {
    if (part.equals("??")) {
      return "?";
    }
    if (part.startsWith("'") || part.equals("::")) {
      return part;
    }
    if (part.equals("?") || !names.contains(part)) {
      names.add(part.equals("?") ? "?" + names.size() : part);
      return "$" + names.size();
    }
    return "$" + (names.indexOf(part) + 1);
  }
}
