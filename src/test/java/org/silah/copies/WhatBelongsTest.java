package org.silah.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Of every table and column it is decided whether it belongs to a complete copy. */
@Charity
@SpringBootTest
class WhatBelongsTest {

  @Autowired List<Copied> modules;
  @Autowired CopyTables tables;
  @Autowired JdbcClient db;
  @Autowired JdbcTemplate jdbc;

  @Test
  void everyTableIsCopiedOrMadeAnewOrLeftOutWithAReason() {
    var decided = new ArrayList<String>();
    modules.forEach(module -> {
      module.tables().forEach(table -> decided.add(table.name()));
      decided.addAll(module.derived().keySet());
      decided.addAll(module.leftOut().keySet());
      assertThat(module.derived().values()).noneMatch(String::isBlank);
      assertThat(module.leftOut().values()).noneMatch(String::isBlank);
    });
    assertThat(decided).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(db.sql("""
        select table_schema || '.' || table_name
        from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""").query(String.class).list());
  }

  @Test
  void everyColumnOfACopiedTableIsInItOrReplacedOrFollowsFromOthers() {
    var undecided = new TreeSet<String>();
    for (var table : tables.all()) {
      var known = new HashSet<>(table.columns());
      known.addAll(table.put().keySet());
      var there = db.sql("select attname from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''")
          .param(table.name()).query(String.class).list();
      there.stream().filter(column -> !known.contains(column)).forEach(column -> undecided.add(table.name() + "." + column));
      known.stream().filter(column -> !there.contains(column)).forEach(column -> undecided.add("no " + table.name() + "." + column));
    }
    assertThat(undecided).isEmpty();
  }

  @Test
  void everySequenceGoesOnOrBelongsToWhatIsMadeAnew() {
    var going = modules.stream().flatMap(module -> module.sequences().stream()).toList();
    assertThat(db.sql("select schemaname || '.' || sequencename from pg_sequences where sequencename <> 'stale_mark_id_seq'").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(going);
  }

  @Test
  void noTableComesBeforeOneThatItsRowsPointTo() {
    var place = new HashMap<String, Integer>();
    var all = tables.all();
    all.forEach(table -> place.put(table.name(), place.size()));
    assertThat(place).hasSize(modules.stream().mapToInt(module -> module.tables().size()).sum());
    var early = new ArrayList<String>();
    db.sql("select conrelid::regclass::text as pointing, confrelid::regclass::text as pointed from pg_constraint where contype = 'f'").query(row -> {
      var one = row.getString("pointing");
      var to = row.getString("pointed");
      if (place.containsKey(one) && place.containsKey(to) && place.get(to) > place.get(one) && all.get(place.get(one)).later() == null) {
        early.add(one + " before " + to);
      }
    });
    assertThat(early).isEmpty();
  }

  /** The only statements that are put together of names: PostgreSQL parses each. */
  @Test
  @Transactional
  void everyStatementOfACopyIsOne() {
    for (CopiedTable table : tables.all()) {
      jdbc.execute("prepare one as " + tables.outOf(table).replaceFirst("^copy \\((.*)\\) to stdout.*$", "$1"));
      jdbc.execute("create temp table incoming on commit drop as select " + String.join(", ", table.columns()) + " from " + table.name() + " with no data");
      jdbc.execute("prepare two as " + tables.inTo(table));
      jdbc.execute("deallocate all; drop table pg_temp.incoming");
    }
  }
}
