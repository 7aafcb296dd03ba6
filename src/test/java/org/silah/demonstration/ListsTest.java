package org.silah.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silah.kernel.Dates;
import org.silah.kernel.HijriDate;

/** The made-up charity is one that could be: with families, habits and lapses. */
class ListsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int CLIENTS = 5_000;
  private static final int GIFTS = 40_000;

  private static final List<Entry> clients = new ArrayList<>();
  private static final List<Gift> gifts = new ArrayList<>();

  @TempDir static Path folder;

  private record Entry(int number, String kind, String name, String gender, String role, LocalDate since) {

    String part(int at) {
      return name.replaceAll(" (بن|بنت) ", " ").split(" ")[at];
    }

    /** Behind the first name: compounds such as آل سعود count too. */
    boolean isOf(String family) {
      return name.endsWith(" " + family);
    }
  }

  private record Gift(int donor, LocalDate day, BigDecimal amount, String currency, String purpose, String channel) {

    boolean inRamadan() {
      return HijriDate.from(day).month() == 9;
    }
  }

  @BeforeAll
  static void write() throws IOException {
    var lists = new Lists(1448, CLIENTS, TODAY);
    lists.writeClients(folder.resolve("clients.csv"));
    assertThat(lists.writeGifts(folder.resolve("gifts.csv"), GIFTS)).isEqualTo(GIFTS);
    for (var row : rows("clients.csv")) {
      clients.add(new Entry(Integer.parseInt(row.getFirst()), row.get(1), row.get(2), row.get(4), row.get(10), Dates.parse(row.get(11))));
    }
    for (var row : rows("gifts.csv")) {
      gifts.add(new Gift(Integer.parseInt(row.getFirst()), Dates.parse(row.get(5)), new BigDecimal(row.get(3)), row.get(4), row.get(6), row.get(8)));
    }
    assertThat(gifts).hasSize(GIFTS);
  }

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
  void itHasClientsOfAllKinds() {
    var kinds = clients.stream().collect(Collectors.groupingBy(Entry::kind, Collectors.counting()));
    assertThat(kinds.keySet()).containsExactlyInAnyOrder("فرد", "أسرة", "منشأة", "جهة حكومية داعمة", "جهة حكومية مشرفة", "جهة أخرى");
    assertThat(kinds.values()).allMatch(many -> many >= 8);
  }

  @Test
  void givingHasItsSeasonsAndEndsToday() {
    assertThat(gifts).allMatch(gift -> !gift.day.isAfter(TODAY) && gift.day.isAfter(TODAY.minusYears(6)));
    assertThat(gifts.stream().filter(Gift::inRamadan).count()).as("in one month of twelve").isBetween(GIFTS / 5L, GIFTS / 2L);
    var years = gifts.stream().collect(Collectors.groupingBy(gift -> (int) java.time.temporal.ChronoUnit.YEARS.between(gift.day, TODAY), TreeMap::new, Collectors.counting()));
    assertThat(years).hasSize(6);
    assertThat(years.values()).allMatch(many -> many > 3_500 && many < 10_000);
  }

  @Test
  void noGiftIsACopyOfAnother() {
    var days = new HashSet<String>();
    assertThat(gifts).allMatch(gift -> days.add(gift.donor + " " + gift.day));
  }

  @Test
  void whoStandsFirstInTheListGivesNoMoreThanWhoStandsLast() {
    long first = gifts.stream().filter(gift -> gift.donor <= CLIENTS / 2).count();
    assertThat((double) first / GIFTS).isCloseTo(0.5, within(0.04));
  }

  @Test
  void aFewGiveMostAndManyGiveOnce() {
    var sums = new HashMap<Integer, BigDecimal>();
    var counts = new HashMap<Integer, Integer>();
    for (var gift : gifts) {
      sums.merge(gift.donor, gift.currency.equals("KWD") ? gift.amount.multiply(BigDecimal.valueOf(12)) : gift.amount, BigDecimal::add);
      counts.merge(gift.donor, 1, Integer::sum);
    }
    var all = sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var top = sums.values().stream().sorted(java.util.Comparator.reverseOrder()).limit(sums.size() / 5).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(top.doubleValue() / all.doubleValue()).isBetween(0.7, 0.92);
    assertThat(counts.values().stream().filter(many -> many == 1).count()).isGreaterThan(500);
    assertThat(counts.values().stream().filter(many -> many > 40).count()).isBetween(100L, 700L);
    assertThat(counts.values().stream().mapToInt(many -> many).max().orElseThrow()).isGreaterThan(80);
  }

  @Test
  void sponsorsGiveTheSameEveryMonthByStandingOrder() {
    var byDonor = gifts.stream().filter(gift -> gift.purpose.equals("كفالة") && gift.channel.equals("أمر مستديم"))
        .collect(Collectors.groupingBy(Gift::donor));
    var faithful = byDonor.values().stream().filter(theirs -> theirs.size() >= 12).toList();
    assertThat(faithful).hasSizeGreaterThan(100);
    assertThat(faithful).filteredOn(theirs -> theirs.stream().filter(gift -> !gift.inRamadan()).map(Gift::amount).distinct().count() == 1).hasSameSizeAs(faithful);
  }

  @Test
  void manyDonorsLapse() {
    var last = new HashMap<Integer, LocalDate>();
    gifts.forEach(gift -> last.merge(gift.donor, gift.day, (a, b) -> a.isAfter(b) ? a : b));
    long active = last.values().stream().filter(day -> day.isAfter(TODAY.minusYears(1))).count();
    assertThat((double) active / last.size()).isBetween(0.35, 0.75);
  }

  @Test
  void familiesShareTheirNameAndTheirHome() {
    int families = 0;
    for (int at = 0; at < clients.size(); at++) {
      var family = clients.get(at);
      if (family.kind.equals("أسرة")) {
        families++;
        var head = clients.get(at + 1);
        var spouse = clients.get(at + 2);
        var child = clients.get(at + 3);
        var name = family.name.substring(("أسرة " + head.part(0) + " ").length());
        assertThat(List.of(head, spouse, child)).allMatch(member -> member.kind.equals("فرد") && member.isOf(name));
        assertThat(family.name).isEqualTo("أسرة " + head.part(0) + " " + name);
        assertThat(head.gender).isEqualTo("ذكر");
        assertThat(spouse.gender).isEqualTo("أنثى");
        assertThat(child.part(1)).isEqualTo(head.part(0));
      }
    }
    assertThat(families).isBetween(80, 130);
  }

  @Test
  void donorsAreDonorsFromTheirFirstGift() {
    var first = new HashMap<Integer, LocalDate>();
    gifts.forEach(gift -> first.merge(gift.donor, gift.day, (a, b) -> a.isBefore(b) ? a : b));
    assertThat(clients.stream().filter(client -> client.role.equals("متبرع"))).allMatch(client -> client.since.equals(first.get(client.number)));
    assertThat(clients.stream().filter(client -> first.containsKey(client.number))).allMatch(client -> client.role.equals("متبرع"));
  }

  private static List<List<String>> rows(String file) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var csv = CsvReader.builder().ofCsvRecord(folder.resolve(file))) {
      csv.forEach(row -> rows.add(row.getFields()));
    }
    return rows.subList(1, rows.size());
  }
}
