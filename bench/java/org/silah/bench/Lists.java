package org.silah.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** The made-up charity's lists at the size of a measurement, and the way in that every list takes. */
record Lists(Path clientList, Path giftList, int clients, int gifts) {

  private static final int GIFTS_PER_CLIENT = 5;
  /** A longer list would be refused as one file. */
  private static final int MOST_GIFTS = 2_000_000;

  static Lists write(Path folder, int clients) throws IOException {
    var made = madeUp(clients);
    var people = writeClients(made, folder);
    var given = folder.resolve("gifts.csv");
    int gifts = made.writeGifts(given, Math.min(clients * GIFTS_PER_CLIENT, MOST_GIFTS));
    System.out.printf("lists: %,d clients (%,d MB), %,d gifts (%,d MB)%n", clients, Files.size(people) >> 20, gifts, Files.size(given) >> 20);
    return new Lists(people, given, clients, gifts);
  }

  /** The list of clients alone, where gifts do not matter: there are five times as many of them. */
  static Path writeClients(Path folder, int clients) throws IOException {
    return writeClients(madeUp(clients), folder);
  }

  private static Path writeClients(org.silah.demonstration.Lists made, Path folder) throws IOException {
    var people = folder.resolve("clients.csv");
    made.writeClients(people);
    return people;
  }

  private static org.silah.demonstration.Lists madeUp(int clients) {
    return new org.silah.demonstration.Lists(7, clients, LocalDate.now());
  }

  /** @return seconds it took, from the file to the last committed row */
  double bringClients(ApplicationContext program) {
    return bring(program, "clients", clientList);
  }

  double bringGifts(ApplicationContext program) {
    return bring(program, "gifts", giftList);
  }

  static double bring(ApplicationContext program, String kind, Path file, String... more) {
    var words = new ArrayList<>(List.of(kind, file.toString(), "--yes"));
    words.addAll(List.of(more));
    long start = System.nanoTime();
    Terminal.run(program, "import", words);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("import of %s: %.1f s%n", kind, seconds);
    return seconds;
  }
}
