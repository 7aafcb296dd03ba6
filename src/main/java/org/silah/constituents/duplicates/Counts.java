package org.silah.constituents.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.silah.constituents.likeness.Evidence;
import org.silah.constituents.likeness.Frequencies;
import org.silah.constituents.likeness.Name;
import org.silah.constituents.likeness.Traits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How common names, words of addresses, days of birth, phones and e-mail addresses are in the base. Keeps {@code likeness_word}; reads the rest. */
@Repository
class Counts {

  private static final int HALF = 2;
  private static final double GROWN = 1.1;
  private static final int FEW = 20;

  private final JdbcClient db;

  Counts(JdbcClient db) {
    this.db = db;
  }

  /** Of the whole base; of phones, e-mails and days only those that more than two have. */
  Frequencies all() {
    var frequencies = totals();
    db.sql("select evidence, word, bearers from constituents.likeness_word").query((ResultSet row) -> word(frequencies, row));
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
    var words = new HashSet<String>();
    var phones = new HashSet<String>();
    var emails = new HashSet<String>();
    for (var traits : some) {
      traits.names().forEach(name -> words(name, words));
      words.addAll(traits.address());
      phones.addAll(traits.phones());
      emails.addAll(traits.emails());
    }
    var frequencies = totals();
    db.sql("select evidence, word, bearers from constituents.likeness_word where word = any (?)").param(words.toArray(String[]::new))
        .query((ResultSet row) -> word(frequencies, row));
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

  private static void word(Frequencies frequencies, ResultSet row) throws SQLException {
    count(frequencies, Evidence.valueOf(row.getString("evidence").toUpperCase(Locale.ROOT)), row);
  }

  private static void count(Frequencies frequencies, Evidence of, ResultSet row) throws SQLException {
    frequencies.count(of, row.getString("word"), row.getInt("bearers"));
  }

  /** Counts all words anew, if the base has grown by a tenth since they were counted. */
  void countIfGrown() {
    int clients = clients();
    int counted = db.sql("select counted from constituents.likeness_follower").query(Integer.class).single();
    if (clients > counted * GROWN + FEW) {
      count();
    }
  }

  /** Counts all words anew. What one client alone has is not kept. */
  void count() {
    db.sql("delete from constituents.likeness_word").update();
    db.sql("""
        insert into constituents.likeness_word (evidence, word, bearers)
        select w.evidence, w.word, count(*)
        from constituents.likeness_record r
        cross join lateral (
          select 'given' as evidence, split_part(name, '/', 1) as word
          from unnest(r.names) as name
          union all
          select 'middle', word
          from unnest(r.names) as name
          cross join lateral string_to_table(split_part(name, '/', 2), ' ') as word
          union all
          select 'family', split_part(name, '/', 3)
          from unnest(r.names) as name
          union all
          select 'address', word
          from unnest(r.address) as word) w
        where length(w.word) between 1 and 100
        group by w.evidence, w.word
        having count(*) > 1""")
        .update();
    db.sql("update constituents.likeness_follower set counted = ?").param(clients()).update();
  }
}
