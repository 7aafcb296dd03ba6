package org.silah.constituents.duplicates;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.silah.constituents.likeness.Evidence;
import org.silah.constituents.likeness.Frequencies;
import org.silah.constituents.likeness.Name;
import org.silah.constituents.likeness.Traits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How common names, days of birth, phones, addresses and words of addresses are in the base. Keeps {@code address_word}; reads the rest. */
@Repository
class Counts {

  private static final List<Evidence> NAMES = List.of(Evidence.GIVEN, Evidence.MIDDLE, Evidence.FAMILY);
  private static final int HALF = 2;

  private final JdbcClient db;

  Counts(JdbcClient db) {
    this.db = db;
  }

  /** Of the whole base; of phones, e-mails and days only those that more than two have. */
  Frequencies all() {
    var frequencies = totals();
    db.sql("select word, bearers::int from constituents.name_word where bearers > 1")
        .query((ResultSet row) -> names(frequencies, row));
    db.sql("select word, bearers::int from constituents.address_word where bearers > 1")
        .query((ResultSet row) -> count(frequencies, Evidence.ADDRESS, row));
    db.sql("select to_char(birth_on, 'YYYYMMDD') as word, count(*)::int as bearers from constituents.party where birth_on is not null group by birth_on having count(*) > 2")
        .query((ResultSet row) -> count(frequencies, Evidence.BIRTH, row));
    db.sql("select e164 as word, count(*)::int as bearers from constituents.phone group by e164 having count(*) > 2")
        .query((ResultSet row) -> count(frequencies, Evidence.PHONE, row));
    db.sql("select lower(address) as word, count(*)::int as bearers from constituents.email group by 1 having count(*) > 2")
        .query((ResultSet row) -> count(frequencies, Evidence.EMAIL, row));
    return frequencies;
  }

  /** Of what these records have, and nothing else. */
  Frequencies of(Collection<Traits> some) {
    var names = new HashSet<String>();
    var places = new HashSet<String>();
    var phones = new HashSet<String>();
    var emails = new HashSet<String>();
    for (var traits : some) {
      traits.names().forEach(name -> words(name, names));
      places.addAll(traits.address());
      phones.addAll(traits.phones());
      emails.addAll(traits.emails());
    }
    var frequencies = totals();
    db.sql("select word, bearers::int from constituents.name_word where word = any (?)").param(names.toArray(String[]::new))
        .query((ResultSet row) -> names(frequencies, row));
    db.sql("select word, bearers::int from constituents.address_word where word = any (?)").param(places.toArray(String[]::new))
        .query((ResultSet row) -> count(frequencies, Evidence.ADDRESS, row));
    db.sql("select e164 as word, count(*)::int as bearers from constituents.phone where e164 = any (?) group by e164").param(phones.toArray(String[]::new))
        .query((ResultSet row) -> count(frequencies, Evidence.PHONE, row));
    db.sql("select lower(address) collate \"C\" as word, count(*)::int as bearers from constituents.email where lower(address) collate \"C\" = any (?) group by 1")
        .param(emails.toArray(String[]::new))
        .query((ResultSet row) -> count(frequencies, Evidence.EMAIL, row));
    return frequencies;
  }

  private static void words(Name name, Set<String> words) {
    if (name.given() != null) {
      words.add(name.given());
    }
    words.addAll(name.middle());
    if (name.family() != null) {
      words.add(name.family());
    }
  }

  /** About how many: a million rows are not counted for one client's sake. */
  int clients() {
    return db.sql("""
        select case when c.reltuples > 20000 then c.reltuples::int else (select count(*)::int from constituents.likeness_record) end
        from pg_class c
        where c.oid = 'constituents.likeness_record'::regclass""")
        .query(Integer.class)
        .single();
  }

  private Frequencies totals() {
    int clients = clients();
    var frequencies = new Frequencies();
    for (var of : Evidence.values()) {
      frequencies.total(of, clients);
    }
    for (var gender : List.of("male", "female")) {
      frequencies.count(Evidence.GENDER, gender, clients / HALF);
    }
    return frequencies;
  }

  private static void names(Frequencies frequencies, ResultSet row) throws java.sql.SQLException {
    for (var of : NAMES) {
      count(frequencies, of, row);
    }
  }

  private static void count(Frequencies frequencies, Evidence of, ResultSet row) throws java.sql.SQLException {
    frequencies.count(of, row.getString("word"), row.getInt("bearers"));
  }

  /** Counts the words of all addresses anew. */
  void countAddresses() {
    db.sql("delete from constituents.address_word").update();
    db.sql("""
        insert into constituents.address_word (word, bearers)
        select word, count(*)
        from constituents.likeness_record r
        cross join lateral unnest(r.address) as word
        where length(word) <= 100
        group by word
        having count(*) > 1""")
        .update();
  }
}
