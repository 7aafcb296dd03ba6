package org.silah.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.silah.constituents.text.NameKeys;
import org.silah.kernel.Ids;

/**
 * The search of a whole base in which one in twenty is told twice, at a tenth of the size and at the size, through
 * {@code bin/silah duplicates search}; found pairs against the true ones.
 */
record DuplicatesBench(int clients) implements Measurement {

  private static final double TARGET_SECONDS = 120;
  private static final double TWICE = 0.05;
  private static final int SEED = 11;
  private static final int AT_ONCE = 20_000;

  private record Base(int clients, double followed, double searched, double precision, double recall, double ofCertain) {}

  @Override
  public Result run() throws Exception {
    var small = measure(clients / 10);
    var large = measure(clients);
    double exponent = Math.log(large.searched / small.searched) / Math.log(10);
    return Result.of("duplicates").with("clients", large.clients).with("seconds", large.searched).with("keys_seconds", large.followed)
        .with("seconds_of_a_tenth", small.searched).with("exponent", exponent).with("precision", four(large.precision)).with("recall", four(large.recall))
        .with("precision_of_certain", four(large.ofCertain)).with("target_seconds", TARGET_SECONDS).with("met", large.searched <= TARGET_SECONDS);
  }

  private static String four(double figure) {
    return String.format(java.util.Locale.ROOT, "%.4f", figure);
  }

  private static Base measure(int size) throws Exception {
    try (var house = new House(); var program = house.program(false, "--silah.workers=false")) {
      Map<UUID, Integer> people;
      try (var owner = house.database().owner().connect()) {
        people = fill(owner, size);
      }
      var said = Terminal.searchDuplicates(program);
      long found = 0;
      long right = 0;
      long certain = 0;
      long rightly = 0;
      try (var owner = house.database().owner().connect(); var statement = owner.createStatement();
          var pairs = statement.executeQuery("select a, b, band from constituents.duplicate_pair")) {
        while (pairs.next()) {
          boolean one = people.get(pairs.getObject(1, UUID.class)).equals(people.get(pairs.getObject(2, UUID.class)));
          found++;
          right += one ? 1 : 0;
          if (pairs.getString(3).equals("certain")) {
            certain++;
            rightly += one ? 1 : 0;
          }
        }
      }
      long twice = size - new HashSet<>(people.values()).size();
      var base = new Base(size, figure(said, "following_seconds"), figure(said, "searching_seconds"), (double) right / Math.max(1, found), (double) right / twice,
          (double) rightly / Math.max(1, certain));
      System.out.printf("%,d clients, %,d of them twice: keys %.1f s, search %.1f s; %,d pairs proposed, %,d right; certain %,d, %,d right%n",
          size, twice, base.followed, base.searched, found, right, certain, rightly);
      return base;
    }
  }

  private static double figure(Map<?, ?> said, String name) {
    return ((Number) said.get(name)).doubleValue();
  }

  /** Without the import, which would join some of them. */
  private static Map<UUID, Integer> fill(Connection owner, int size) throws SQLException, java.io.IOException {
    var people = new HashMap<UUID, Integer>();
    var parties = new StringBuilder();
    var phones = new StringBuilder();
    var emails = new StringBuilder();
    var identities = new StringBuilder();
    var addresses = new StringBuilder();
    var numbers = new HashSet<String>();
    var told = new ArrayList<Crowd.Person>();
    new Crowd(SEED).tell(size, TWICE, told::add);
    java.util.Collections.shuffle(told, new java.util.Random(SEED));
    for (int n = 0; n < told.size(); n++) {
      var person = told.get(n);
      var id = Ids.next();
      people.put(id, person.of());
      var name = person.fullName();
      row(parties, id, "person", name, NameKeys.same(name), person.female() ? "female" : "male", person.birth(), "bench", "2026-01-01", "2026-01-01");
      if (person.phone() != null) {
        row(phones, id, person.phone(), "bench", "2026-01-01", "2026-01-01");
      }
      if (person.email() != null) {
        row(emails, id, person.email(), "bench", "2026-01-01", "2026-01-01");
      }
      if (person.identity() != null && numbers.add(person.identity())) {
        row(identities, id, "national_id", "SA", person.identity(), "bench", "2026-01-01", "2026-01-01");
      }
      row(addresses, Ids.next(), id, person.city(), person.district(), person.house(), "bench", "2026-01-01", "2026-01-01");
      if (n % AT_ONCE == AT_ONCE - 1 || n == told.size() - 1) {
        copy(owner, "constituents.party (id, kind, display_name, name_key, gender, birth_on, source, created_at, updated_at)", parties);
        copy(owner, "constituents.phone (party_id, e164, source, as_of, recorded_at)", phones);
        copy(owner, "constituents.email (party_id, address, source, as_of, recorded_at)", emails);
        copy(owner, "constituents.identity (party_id, kind, issuer, number, source, as_of, recorded_at)", identities);
        copy(owner, "constituents.address (id, party_id, city, district, building, source, as_of, recorded_at)", addresses);
      }
    }
    try (var statement = owner.createStatement()) {
      statement.execute("vacuum analyze");
    }
    return people;
  }

  private static void row(StringBuilder rows, Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      rows.append(i == 0 ? "" : "\t").append(cells[i] == null ? "\\N" : cells[i]);
    }
    rows.append('\n');
  }

  private static void copy(Connection owner, String table, StringBuilder rows) throws SQLException, java.io.IOException {
    owner.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", new java.io.StringReader(rows.toString()), 1 << 16);
    rows.setLength(0);
  }
}
