package org.silah.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @TempDir Path folder;

  @Test
  void theCharityIsTheSameEveryTime() throws IOException {
    for (var name : new String[] {"one", "two"}) {
      var lists = new Lists(7, 400, TODAY);
      lists.writeClients(folder.resolve(name + "-clients.csv"));
      lists.writeGifts(folder.resolve(name + "-gifts.csv"), 2_000);
    }
    assertThat(folder.resolve("two-clients.csv")).hasSameBinaryContentAs(folder.resolve("one-clients.csv"));
    assertThat(folder.resolve("two-gifts.csv")).hasSameBinaryContentAs(folder.resolve("one-gifts.csv"));
  }

  @Test
  void ramadanStandsOutAndNoGiftLiesInTheFuture() throws IOException {
    var lists = new Lists(7, 5_000, TODAY);
    var file = folder.resolve("gifts.csv");
    assertThat(lists.writeGifts(file, 40_000)).isEqualTo(40_000);
    var zakat = Files.readAllLines(file).stream().filter(row -> row.contains("زكاة")).count();
    assertThat(zakat).isBetween(6_000L, 20_000L);
  }
}
