package org.silah.demonstration;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.silah.kernel.HijriDate;

/** Writes a population as the two lists a branch would keep: its clients and its gifts. */
public final class Lists {

  private static final List<String> PROJECTS = Pool.lines("projects.txt");
  private static final List<String> CHANNELS = List.of("تحويل", "نقد", "بطاقة", "إلكتروني", "أمر مستديم", "شيك", "رسالة نصية");
  private static final String[] CLIENT_HEADERS = {
    "رقم الملف", "النوع", "الاسم", "الاسم بالإنجليزية", "الجنس", "تاريخ الميلاد", "الجوال", "البريد الإلكتروني", "رقم الهوية", "المدينة", "الصفة",
    "بداية الصفة", "اللغة", "موافقة البريد الإلكتروني"
  };
  private static final String[] GIFT_HEADERS = {"رقم الملف", "الاسم", "الجوال", "المبلغ", "العملة", "تاريخ التبرع", "الغرض", "المشروع", "طريقة الدفع", "رقم العملية"};

  private final Population population;
  private final int clients;

  public Lists(long seed, int clients, LocalDate today) {
    this.population = new Population(seed, clients, today);
    this.clients = clients;
  }

  public void writeClients(Path file) throws IOException {
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(CLIENT_HEADERS);
      for (int n = 0; n < clients; n++) {
        var c = population.client(n);
        csv.writeRecord(String.valueOf(n + 1), c.kind(), c.name(), c.latinName(), c.gender(), c.born(), c.phone(), c.email(), c.identity(), c.city(),
            c.role(), c.since(), c.language(), c.consent());
      }
    }
  }

  /** Exactly {@code gifts} rows, spread over the donors; fewer only if their habits give no more. */
  public int writeGifts(Path file, int gifts) throws IOException {
    int written = 0;
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(GIFT_HEADERS);
      for (int round = 0; written < gifts && round < 4; round++) {
        for (int n = 0; n < clients && written < gifts; n++) {
          written = write(csv, population.client(n), written, gifts, round);
        }
      }
    }
    return written;
  }

  private int write(CsvWriter csv, Population.Listed donor, int written, int gifts, int round) {
    var random = population.giftRandom(donor);
    for (var day : population.giftDays(donor)) {
      if (written < gifts) {
        csv.writeRecord(gift(donor, day, written, random, round));
        written++;
      }
    }
    return written;
  }

  private static String[] gift(Population.Listed donor, LocalDate day, int number, RandomGenerator random, int round) {
    boolean ramadan = HijriDate.from(day).month() == 9;
    var purpose = purpose(ramadan, random);
    boolean dinar = random.nextInt(200) == 0;
    long minor = donor.habit().amount(random) + round * 1_000L;
    return new String[] {
      String.valueOf(donor.number() + 1), donor.name(), donor.phone(),
      dinar ? BigDecimal.valueOf(minor / 100, 3).max(BigDecimal.ONE).toPlainString() : BigDecimal.valueOf(minor, 2).toPlainString(),
      dinar ? "KWD" : "SAR",
      random.nextInt(4) == 0 ? HijriDate.from(day).toString() : day.toString(),
      purpose,
      purpose.equals("مشروع") ? PROJECTS.get(random.nextInt(PROJECTS.size())) : "",
      CHANNELS.get(Math.min(random.nextInt(CHANNELS.size()), random.nextInt(CHANNELS.size()))),
      "T%07d".formatted(number + 1)
    };
  }

  private static String purpose(boolean ramadan, RandomGenerator random) {
    int at = random.nextInt(100);
    if (ramadan && at < 55) {
      return "زكاة";
    }
    return at < 12 ? "زكاة" : at < 45 ? "صدقة" : at < 63 ? "كفالة" : at < 70 ? "وقف" : at < 85 ? "عام" : "مشروع";
  }
}
