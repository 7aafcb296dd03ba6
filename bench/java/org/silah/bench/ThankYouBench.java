package org.silah.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.silah.dialogue.Sink;
import org.silah.giving.GiftChannel;
import org.silah.giving.Giving;
import org.silah.giving.NewGift;
import org.silah.giving.Purpose;
import org.silah.kernel.Money;
import org.silah.kernel.PhoneNumber;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From a list of the day's gifts, as a bank or a payment terminal gives it, to the last thank-you taken by a mail server on this
 * machine; against a loop that does nothing but hand the same finished mails to the same server, with the same mail library over
 * as many connections. Told beside it: a loop without the library, and gifts that four desks record one after the other.
 */
record ThankYouBench(int gifts) implements Measurement {

  private static final double TARGET = 3;
  private static final int CONNECTIONS = 12;
  private static final int DESKS = 4;
  /** So that neither side is measured cold. */
  private static final int WARM_UP = 20_000;
  private static final int ROUNDS = 3;
  private static final int AT_DESKS = 2_000;
  private static final Currency RIYAL = Currency.getInstance("SAR");

  @Override
  public Result run() throws Exception {
    try (var house = new House(); var sink = Sink.open(0, Math.max(gifts, WARM_UP), Clock.systemUTC())) {
      var program = house.program(false, "--silah.workers=true", "--silah.smtp.host=127.0.0.1", "--silah.smtp.port=" + sink.port(),
          "--silah.smtp.security=none", "--silah.mail.connections=" + CONNECTIONS);
      program.getBean(JdbcClient.class).sql("update dialogue.gate_setting set quiet_from = '00:00', quiet_until = '00:00', cap_messages = 1000000").update();
      var donors = donors(program, Math.max(gifts, WARM_UP));
      bring(program, sink, list(house.folder.resolve("warm-up.csv"), WARM_UP, 100), WARM_UP);
      loop(sink, sink.newest(WARM_UP), LibraryLine::new);
      // by turns, because the machine may be faster in one half minute than in the next
      double thanking = 0;
      var mails = sink.newest(gifts);
      double handing = loop(sink, mails, LibraryLine::new);
      int handed = mails.size();
      for (int round = 1; round <= ROUNDS; round++) {
        thanking += bring(program, sink, list(house.folder.resolve("gifts-" + round + ".csv"), gifts, 150 + round), gifts);
        mails = sink.newest(gifts);
        handing += loop(sink, mails, LibraryLine::new);
        handed += mails.size();
      }
      double ours = (double) gifts * ROUNDS / thanking;
      double floor = handed / handing;
      double bare = gifts / loop(sink, mails, BareLine::new);
      double desks = AT_DESKS / atDesks(program, sink, donors.subList(0, AT_DESKS));
      System.out.printf("%,d gifts of a list thanked for: %.0f a second; the mails alone: %.0f with the library, %.0f without; recorded one by one: %.0f%n",
          gifts, ours, floor, bare, desks);
      return Result.throughput("thankyou", "messages/s", ours, floor, TARGET)
          .with("gifts", gifts).with("connections", CONNECTIONS).with("floor_without_library", Math.round(bare)).with("recorded_one_by_one", Math.round(desks));
    }
  }

  private static List<PartyId> donors(ConfigurableApplicationContext program, int count) {
    var constituents = program.getBean(Constituents.class);
    return IntStream.range(0, count)
        .mapToObj(n -> constituents.add(NewClient.person("متبرع رقم " + n, "bench").phone(new PhoneNumber(phone(n))).email("donor" + n + "@example.org")))
        .toList();
  }

  /** @param amount of each gift: one like another of the same giver and day is taken for the same */
  private static Path list(Path file, int gifts, int amount) throws IOException {
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("الاسم", "الجوال", "المبلغ", "تاريخ التبرع", "الغرض");
      for (int n = 0; n < gifts; n++) {
        csv.writeRecord("متبرع رقم " + n, phone(n), Integer.toString(amount), LocalDate.now().toString(), "صدقة");
      }
    }
    return file;
  }

  private static String phone(int donor) {
    return "+9665%08d".formatted(10_000_000 + donor);
  }

  /** @return seconds from the file to the last mail */
  private static double bring(ConfigurableApplicationContext program, Sink sink, Path list, int gifts) throws Exception {
    long before = sink.accepted();
    return seconds(() -> {
      Lists.bring(program, "gifts", list, "--set", "thank=yes");
      await(sink, before + gifts);
    });
  }

  private static double atDesks(ConfigurableApplicationContext program, Sink sink, List<PartyId> donors) throws Exception {
    var giving = program.getBean(Giving.class);
    long before = sink.accepted();
    return seconds(() -> {
      Together.run(DESKS, donors, donor -> giving.record(
          new NewGift(donor, Money.of(BigDecimal.valueOf(175), RIYAL), LocalDate.now(), Purpose.SADAQAH, null, GiftChannel.TRANSFER)));
      await(sink, before + donors.size());
    });
  }

  private interface Opening {
    Line to(int port) throws Exception;
  }

  /** @return seconds for all mails over all connections */
  private static double loop(Sink sink, List<Sink.Received> mails, Opening opening) throws Exception {
    var shares = new ArrayList<List<Sink.Received>>();
    for (int i = 0; i < CONNECTIONS; i++) {
      shares.add(mails.subList(mails.size() * i / CONNECTIONS, mails.size() * (i + 1) / CONNECTIONS));
    }
    return seconds(() -> Together.run(CONNECTIONS, shares, share -> {
      try (var line = opening.to(sink.port())) {
        for (var mail : share) {
          line.hand(mail);
        }
      }
    }));
  }

  private static void await(Sink sink, long count) throws InterruptedException {
    for (int tries = 0; sink.accepted() < count; tries++) {
      if (tries > 12_000) {
        throw new IllegalStateException("only " + sink.accepted() + " of " + count + " mails came in two minutes");
      }
      Thread.sleep(10);
    }
  }

  private interface Doing {
    void go() throws Exception;
  }

  private static double seconds(Doing doing) throws Exception {
    long start = System.nanoTime();
    doing.go();
    return (System.nanoTime() - start) / 1e9;
  }
}
