package org.silah.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A module's SQL touches its own schema; others it reads through {@code published}, or joins {@code constituents.party} by id. */
@Charity
@SpringBootTest
class SchemaOwnershipTest {

  private static final Pattern NAMED = Pattern.compile("(?i)\\b([a-z_]+)\"?\\s*\\.\\s*\"?([a-z_]+)\\b");
  private static final Map<String, Set<String>> ALLOWED = Map.of("platform", Set.of("giving.gift", "access.audit_entry"));

  @Autowired JdbcClient db;

  /** Whatever takes the text: it is enough that it names a table or function that the migrations made in the schema of another module. */
  @Test
  void everyModuleKeepsToItsOwnTables() {
    var made = made();
    var strayed = new TreeSet<String>();
    for (var literal : SqlLiterals.all()) {
      var module = Sources.module(literal.file());
      NAMED.matcher(literal.text()).results().map(found -> (found.group(1) + "." + found.group(2)).toLowerCase(Locale.ROOT))
          .filter(table -> made.contains(table) && !table.startsWith(module + ".") && !table.equals("constituents.party"))
          .filter(table -> !ALLOWED.getOrDefault(module, Set.of()).contains(table))
          .forEach(table -> strayed.add(literal.file().getFileName() + " (" + module + ") touches " + table));
    }
    assertThat(strayed).isEmpty();
    assertThat(made).hasSizeGreaterThan(50);
  }

  private Set<String> made() {
    return Set.copyOf(db.sql("""
        select n.nspname || '.' || made.name
        from (
          select relnamespace as schema, relname as name from pg_class where relkind in ('r', 'p', 'v', 'm', 'S', 'f')
          union
          select pronamespace, proname from pg_proc
        ) made
        join pg_namespace n on n.oid = made.schema
        where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'published')""").query(String.class).list());
  }

  @Test
  void everyMigrationKeepsToTheSchemaItsNameSays() {
    var strayed = new ArrayList<String>();
    for (var file : Sources.under(Sources.RESOURCES.resolve("db/migration"), ".sql")) {
      var name = Pattern.compile("V[\\d_]+__([a-z]+)_.*").matcher(file.getFileName().toString());
      if (!name.matches()) {
        continue;
      }
      var made = Pattern.compile("(?:create (?:unlogged )?table|create (?:unique )?index \\w* ?on|alter table|create sequence|create schema)"
          + " (?:if not exists )?([a-z]+)\\.").matcher(Sources.read(file));
      while (made.find()) {
        if (!made.group(1).equals(name.group(1)) && !made.group(1).equals("published")) {
          strayed.add(file.getFileName() + " makes something in " + made.group(1));
        }
      }
    }
    assertThat(strayed).isEmpty();
  }
}
