package org.silah.demonstration;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.silah.kernel.HijriDate;

/** Writes a population as the two lists a branch would keep: its clients and its gifts. */
public final class Lists {

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

  /**
   * Exactly {@code gifts} rows; fewer only if the donors' habits give no more. What is left out is spread evenly over all donors
   * and years, and leaves each donor the first one.
   */
  public int writeGifts(Path file, int gifts) throws IOException {
    var days = IntStream.range(0, clients).map(population::giftDays).filter(many -> many > 0).summaryStatistics();
    var first = new Share(days.getCount(), gifts);
    var more = new Share(days.getSum() - days.getCount(), gifts - days.getCount());
    int written = 0;
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(GIFT_HEADERS);
      for (int n = 0; n < clients; n++) {
        var theirs = population.gifts(n);
        if (theirs != null) {
          var donor = population.client(n);
          for (int i = 0; i < theirs.days().length; i++) {
            var row = gift(donor, LocalDate.ofEpochDay(theirs.days()[i]), written, theirs);
            if ((i == 0 ? first : more).takes()) {
              csv.writeRecord(row);
              written++;
            }
          }
        }
      }
    }
    return written;
  }

  /** So many of all, evenly; every one if that is not enough. */
  private static final class Share {

    private final long all;
    private final long wanted;
    private long seen;

    Share(long all, long wanted) {
      this.all = all;
      this.wanted = Math.clamp(wanted, 0, all);
    }

    boolean takes() {
      seen++;
      return seen * wanted / all > (seen - 1) * wanted / all;
    }
  }

  private static String[] gift(Population.Listed donor, LocalDate day, int number, Population.Gifts gifts) {
    var hijri = HijriDate.from(day);
    var gift = gifts.giver().give(hijri, gifts.random());
    return new String[] {
      String.valueOf(donor.number() + 1), donor.name(), donor.phone(), gift.amount(), gift.currency(),
      gifts.random().nextInt(4) == 0 ? hijri.toString() : day.toString(),
      gift.purpose(), gift.project(), gift.channel(), "T%07d".formatted(number + 1)
    };
  }
}
