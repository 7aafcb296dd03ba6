package org.silah.bench;

import java.math.BigDecimal;
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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the first gift recorded to the last thank-you taken by a mail server on this machine, against a loop that does nothing but
 * hand the same finished mails to the same server over as many connections.
 */
record ThankYouBench(int gifts) implements Measurement {

  private static final double TARGET = 3;
  private static final int CONNECTIONS = 4;
  private static final Currency RIYAL = Currency.getInstance("SAR");

  @Override
  public Result run() throws Exception {
    try (var house = new House(); var sink = Sink.open(0, gifts, Clock.systemUTC())) {
      var program = house.program(false, "--silah.workers=true", "--silah.smtp.host=127.0.0.1", "--silah.smtp.port=" + sink.port(),
          "--silah.smtp.security=none", "--silah.mail.connections=" + CONNECTIONS);
      program.getBean(JdbcClient.class).sql("update dialogue.gate_setting set quiet_from = '00:00', quiet_until = '00:00', cap_messages = 1000000").update();
      var donors = donors(program);
      double recording = seconds(() -> Together.run(CONNECTIONS, donors, donor -> give(program, donor)));
      long already = sink.accepted();
      double sending = seconds(() -> await(sink, gifts));
      double ours = gifts / (recording + sending);
      System.out.printf("recorded in %.1f s, with %,d mails of them sent meanwhile; the rest in %.1f s%n", recording, already, sending);
      var mails = sink.newest(gifts);
      long before = sink.accepted();
      double floor = gifts / seconds(() -> {
        loop(sink.port(), mails);
        await(sink, before + mails.size());
      });
      System.out.printf("%,d thanks: %.0f a second; a bare loop: %.0f a second%n", gifts, ours, floor);
      return Result.throughput("thankyou", "messages/s", ours, floor, TARGET).with("gifts", gifts);
    }
  }

  private List<PartyId> donors(ConfigurableApplicationContext program) {
    var constituents = program.getBean(Constituents.class);
    return IntStream.range(0, gifts)
        .mapToObj(n -> constituents.add(NewClient.person("متبرع رقم " + n, "bench").email("donor" + n + "@example.org")))
        .toList();
  }

  private static void give(ConfigurableApplicationContext program, PartyId donor) {
    program.getBean(Giving.class).record(
        new NewGift(donor, Money.of(BigDecimal.valueOf(150), RIYAL), LocalDate.now(), Purpose.SADAQAH, null, GiftChannel.TRANSFER));
  }

  private static void loop(int port, List<Sink.Received> mails) throws Exception {
    var shares = new ArrayList<List<Sink.Received>>();
    for (int i = 0; i < CONNECTIONS; i++) {
      shares.add(mails.subList(mails.size() * i / CONNECTIONS, mails.size() * (i + 1) / CONNECTIONS));
    }
    Together.run(CONNECTIONS, shares, share -> {
      try (var line = new BareLine(port)) {
        for (var mail : share) {
          line.hand(mail);
        }
      }
    });
  }

  private static void await(Sink sink, long count) throws InterruptedException {
    for (int tries = 0; sink.accepted() < count; tries++) {
      if (tries > 60_000) {
        throw new IllegalStateException("only " + sink.accepted() + " of " + count + " mails came in ten minutes");
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
