package org.silah.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A module's SQL touches its own schema; others it reads through {@code published}, or joins {@code constituents.party} by id. */
class SchemaOwnershipTest {

  private static final Set<String> SCHEMAS = Set.of(
      "platform", "access", "constituents", "segments", "funds", "dialogue", "giving", "programs", "cases", "volunteering", "desk", "surveys",
      "journeys", "impact", "insight", "agencies", "portal");
  private static final Pattern TABLE = Pattern.compile("\\b([a-z]+)\\.([a-z_]+)\\b");

  @Test
  void everyModuleKeepsToItsOwnTables() {
    var strayed = new ArrayList<String>();
    for (var statement : StatementsInCode.all()) {
      var text = statement.text() == null ? statement.expression() : statement.text();
      var module = Sources.module(statement.file());
      strayed.addAll(strayed(module, text).stream().map(table -> statement.file().getFileName() + " (" + module + ") touches " + table).toList());
    }
    assertThat(strayed).isEmpty();
  }

  @Test
  void everyMigrationKeepsToTheSchemaItsNameSays() {
    var strayed = new ArrayList<String>();
    for (var file : Sources.under(Sources.RESOURCES.resolve("db/migration"), ".sql")) {
      var name = Pattern.compile("V\\d+__([a-z]+)_.*").matcher(file.getFileName().toString());
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

  private static final Map<String, Set<String>> ALLOWED = Map.of("platform", Set.of("giving.gift", "access.audit_entry"));

  private static List<String> strayed(String module, String text) {
    var strayed = new ArrayList<String>();
    var tables = TABLE.matcher(text);
    while (tables.find()) {
      var table = tables.group();
      var schema = tables.group(1);
      if (SCHEMAS.contains(schema) && !schema.equals(module) && !table.equals("constituents.party")
          && !ALLOWED.getOrDefault(module, Set.of()).contains(table)) {
        strayed.add(table);
      }
    }
    return strayed;
  }
}
