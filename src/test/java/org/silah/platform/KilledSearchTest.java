package org.silah.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search of the whole base for duplicates is killed in the middle, in a shell and in the server, and finds what it would have found. */
class KilledSearchTest {

  private static final int PEOPLE = 12_000;
  private static final int TWICE = 400;
  private static final List<String> GIVEN = List.of("محمد", "أحمد", "عبدالله", "نورة", "فاطمة", "سارة", "خالد", "سعد", "منيرة", "هند", "ريم", "ناصر", "طلال", "لطيفة", "بدر");
  private static final List<String> FAMILY = List.of("القحطاني", "الدوسري", "العتيبي", "الشمري", "الحربي", "المطيري", "الغامدي", "الزهراني", "العنزي", "البقمي", "السبيعي");

  @TempDir Path folder;

  @Test
  void theSearchGoesOnWhereItWasKilledAndFindsTheSame() throws Exception {
    var home = Home.at(folder);
    try (var shell = home.command("import", "clients", list().toString(), "--yes")) {
      assertThat(shell.exitCode()).as(shell.output()).isZero();
    }
    try (var shell = home.command("duplicates", "search")) {
      home.killOnce(shell, () -> done(home) > 0);
    }
    try (var server = home.start(Map.of())) {
      server.address();
      long before = home.number("select coalesce(max(done), -1) from constituents.duplicate_search where state = 'searching'");
      assertThat(before).as("in the middle").isPositive();
      home.killOnce(server, () -> done(home) > before || isDone(home));
    }
    try (var shell = home.command("duplicates", "search")) {
      assertThat(shell.exitCode()).as(shell.output()).isZero();
    }
    List<String> found;
    try (var server = home.start(Map.of())) {
      server.address();
      found = found(home);
    }
    assertThat(found.size()).isBetween(TWICE * 9 / 10, TWICE * 11 / 10);
    try (var shell = home.command("duplicates", "search")) {
      assertThat(shell.exitCode()).as(shell.output()).isZero();
    }
    try (var server = home.start(Map.of())) {
      server.address();
      assertThat(found(home)).as("undisturbed").isEqualTo(found);
      assertThat(home.number("select count(*) from constituents.duplicate_search where state <> 'done'")).isZero();
    }
  }

  private static long done(Home home) {
    return home.number("select coalesce(max(done), 0) from constituents.duplicate_search where state = 'searching'");
  }

  private static boolean isDone(Home home) {
    return home.number("select count(*) from constituents.duplicate_search where state = 'done'") > 0;
  }

  private static List<String> found(Home home) {
    return home.texts("select a || ' ' || b || ' ' || band from constituents.duplicate_pair order by a, b");
  }

  /** Some stand there twice, under another number and another phone. */
  private Path list() throws IOException {
    var random = new Random(11);
    var lines = new StringBuilder("الاسم,رقم الملف,تاريخ الميلاد,الجوال,المدينة\n");
    for (int n = 0; n < PEOPLE; n++) {
      var name = drawn(GIVEN, random) + " " + drawn(GIVEN, random) + " " + drawn(GIVEN, random) + " " + drawn(FAMILY, random);
      var born = "%d-%02d-%02d".formatted(1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
      lines.append("%s,A%d,%s,05%08d,الرياض%n".formatted(name, n, born, 10_000_000 + n));
      if (n < TWICE) {
        lines.append("%s,B%d,%s,05%08d,الرياض%n".formatted(name, n, born, 60_000_000 + n));
      }
    }
    return Files.writeString(folder.resolve("list.csv"), lines);
  }

  private static String drawn(List<String> names, Random random) {
    return names.get(random.nextInt(names.size()));
  }
}
