package org.silah.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  /** Temporary tables exist only inside the transaction that makes them. */
  private static final Pattern TEMPORARY = Pattern.compile("\\bpg_temp\\.|\\btemp table\\b|\\btemporary table\\b");
  private static final Pattern STARTS = Pattern.compile("(?is)^\\s*(select|insert|update|delete|with|merge)\\b.*");
  private static final Pattern COPY = Pattern.compile("(?is)^\\s*copy\\s+([a-z_.]+)\\s*\\(([^)]*)\\)\\s+from stdin.*");

  @Autowired DataSource database;

  @Test
  void everyStatementPreparesAgainstTheMigratedSchema() throws SQLException {
    var refused = new ArrayList<String>();
    var prepared = 0;
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(true);
      for (var statement : StatementsInCode.all()) {
        var text = statement.text() == null ? null : complete(statement.text());
        if (text == null || TEMPORARY.matcher(text).find()) {
          continue;
        }
        prepared++;
        var unfinished = statement.method().equals("Sql.of"); // a piece that goes on elsewhere
        prepare(connection, text).filter(problem -> !(unfinished && problem.contains("at end of input"))).ifPresent(problem -> refused.add(statement.file().getFileName() + ": " + problem + "\n    " + statement.text()));
      }
    }
    assertThat(refused).isEmpty();
    assertThat(prepared).isGreaterThan(50);
  }

  /**
   * A statement that is put together at run time is seen only when a test runs it. These classes do so and may;
   * the list may only shrink.
   */
  @Test
  void onlyNamedClassesPutStatementsTogetherAtRunTime() {
    var composing = new TreeSet<String>();
    for (var statement : StatementsInCode.all()) {
      if (statement.text() == null && !statement.expression().matches("\\w+\\.text\\(\\)")) {
        composing.add(statement.file().getFileName().toString());
      }
    }
    assertThat(composing).isSubsetOf(COMPOSING);
  }

  private static final Set<String> COMPOSING = Set.of();

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
