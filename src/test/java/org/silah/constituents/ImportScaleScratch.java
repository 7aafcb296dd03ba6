package org.silah.constituents;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@Charity(fresh = true)
class ImportScaleScratch {
  @Autowired ImportSteps steps;
  @Autowired ImportWork work;
  @Autowired Imports imports;
  @Autowired JdbcClient db;

  static final int N = Integer.getInteger("n", 200_000);
  static final int G = Integer.getInteger("g", 1_000_000);

  static Path clients() throws IOException {
    var file = Path.of("/tmp/scale-clients-" + N + ".csv");
    if (Files.exists(file)) return file;
    var given = Files.readString(Path.of("src/main/resources/demonstration/given-male.txt")).split("\\s+");
    var family = Files.readString(Path.of("src/main/resources/demonstration/family.txt")).split("\\n|،|,");
    var random = new Random(1);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("رقم الملف,الاسم,الجوال,البريد الإلكتروني,المدينة,الجنس\n");
      for (int i = 0; i < N; i++) {
        out.write(i + "," + name(given, family, random) + ",05" + String.format("%08d", i * 37 % 100_000_000) + ",c" + i + "@example.org,جدة,ذكر\n");
      }
    }
    return file;
  }

  static String name(String[] g, String[] f, Random r) {
    return g[r.nextInt(g.length)] + " " + g[r.nextInt(g.length)] + " " + g[r.nextInt(g.length)] + " " + f[r.nextInt(f.length)].strip();
  }

  static Path gifts() throws IOException {
    var file = Path.of("/tmp/scale-gifts-" + N + "-" + G + ".csv");
    if (Files.exists(file)) return file;
    var lines = Files.readAllLines(clients());
    var random = new Random(2);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("الاسم,الجوال,المبلغ,التاريخ,الغرض\n");
      for (int i = 0; i < G; i++) {
        var c = lines.get(1 + (int) (N * Math.pow(random.nextDouble(), 2))).split(",");
        out.write(c[1] + "," + c[2] + "," + (10 + random.nextInt(5000)) + "," + java.time.LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2000)) + ",زكاة\n");
      }
    }
    return file;
  }

  void run(String kind, Path file) throws Exception {
    long t = System.nanoTime();
    Import job;
    try (var in = Files.newInputStream(file)) {
      job = steps.receive(kind, file.getFileName().toString(), in, Files.size(file), "فرع");
    }
    t = lap("receive", t);
    System.out.println(job.columns());
    steps.confirm(job.id(), job.columns().fields(), job.settings(), null);
    work.run(job.id(), () -> false);
    t = lap("stage+match", t);
    System.out.println(imports.get(job.id()).state() + " " + imports.get(job.id()).counts() + imports.get(job.id()).problem());
    db.sql("select * from constituents.import_row where import_id = ? and outcome = 'failed' limit 5").param(job.id().value()).query().listOfRows().forEach(System.out::println);
    steps.commit(job.id());
    work.run(job.id(), () -> false);
    lap("commit", t);
    System.out.println(imports.get(job.id()).state() + " " + imports.get(job.id()).counts());
  }

  static long lap(String what, long since) {
    System.out.printf("%-14s %.2f s%n", what, (System.nanoTime() - since) / 1e9);
    return System.nanoTime();
  }

  @Test
  void all() throws Exception {
    db.sql("insert into access.institution (name_ar, name_en, currency, region, time_zone, public_url, mail_from) values ('ج','C','SAR','SA','Asia/Riyadh','http://localhost','a@b.c') on conflict do nothing").update();
    run("clients", clients());
    gifts();
    for (var kind : System.getProperty("kinds", "clients").split(",")) {
      run(kind, gifts());
    }
    db.sql("select relname, n_live_tup, pg_size_pretty(pg_total_relation_size(relid)) s from pg_stat_user_tables where schemaname in ('constituents','giving') and n_live_tup > 0 order by 2 desc").query().listOfRows().forEach(System.out::println);
  }
}
