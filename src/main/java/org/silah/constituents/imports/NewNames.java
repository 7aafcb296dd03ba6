package org.silah.constituents.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.NameKeys;
import org.silah.kernel.PersonName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What search finds imported clients by: as {@code Names}, for many at once. */
@Repository
class NewNames {

  /** Beyond it a word may be told to the database twice, which does no harm. */
  private static final int WORDS_REMEMBERED = 100_000;

  private record Named(UUID party, String displayName, @Nullable String latinName) {

    NameKeys keys() {
      return NameKeys.of(displayName, latinName);
    }
  }

  private record Rotation(String key, UUID party) {}

  private final JdbcClient db;
  private final Copies copies;

  NewNames(JdbcClient db, Copies copies) {
    this.db = db;
    this.copies = copies;
  }

  /**
   * The keys of the new clients of a chunk, their words told to the vocabulary. To be called before the chunk's transaction:
   * whoever adds a client at the same time must not wait for a word until the whole chunk is written.
   */
  Map<UUID, NameKeys> prepare(ImportId id, int first, int last, Set<String> told) {
    var keys = new HashMap<UUID, NameKeys>();
    var words = new TreeSet<String>();
    for (var named : fresh(id, first, last)) {
      var its = named.keys();
      keys.put(named.party, its);
      its.words().stream().filter(told::add).forEach(words::add);
    }
    if (!words.isEmpty()) {
      db.sql("""
          insert into constituents.name_word (word, skeleton)
          select * from unnest(?::text[], ?::text[])
          on conflict do nothing""")
          .params(words.toArray(String[]::new), words.stream().map(PersonName::skeleton).toArray(String[]::new))
          .update();
    }
    if (told.size() > WORDS_REMEMBERED) {
      told.clear();
    }
    return keys;
  }

  /** The rotations of the clients that the chunk made. */
  void add(Chunk chunk, Map<UUID, NameKeys> prepared) {
    var rotations = new ArrayList<Rotation>();
    for (var named : fresh(chunk.id(), chunk.firstRow(), chunk.lastRow())) {
      var keys = prepared.get(named.party);
      for (var key : (keys == null ? named.keys() : keys).rotations()) {
        rotations.add(new Rotation(key, named.party));
      }
    }
    rotations.sort(Comparator.comparing(Rotation::key));
    var rows = new CopyBuffer(rotations.size() * 80);
    for (var rotation : rotations) {
      rows.beginRow().text(rotation.key).uuid(rotation.party).endRow();
    }
    copies.rotations(rows);
  }

  /** Adds what is missing of the rotations of clients by their present names. */
  void again(Collection<UUID> parties) {
    var rotations = rotations(parties);
    if (!rotations.isEmpty()) {
      db.sql("""
          insert into constituents.name_rotation (key, party_id)
          select * from unnest(?::text[], ?::uuid[])
          on conflict do nothing""")
          .params(keys(rotations), parties(rotations))
          .update();
    }
  }

  /** Takes clients out of the search, by their present names. */
  void remove(Collection<UUID> parties) {
    var rotations = rotations(parties);
    if (!rotations.isEmpty()) {
      db.sql("delete from constituents.name_rotation r using unnest(?::text[], ?::uuid[]) as gone (key, party_id) where r.key = gone.key and r.party_id = gone.party_id")
          .params(keys(rotations), parties(rotations))
          .update();
    }
  }

  private static String[] keys(List<Rotation> rotations) {
    return rotations.stream().map(Rotation::key).toArray(String[]::new);
  }

  private static UUID[] parties(List<Rotation> rotations) {
    return rotations.stream().map(Rotation::party).toArray(UUID[]::new);
  }

  private List<Rotation> rotations(Collection<UUID> parties) {
    return db.sql("select id as party, display_name, latin_name from constituents.party where id = any (?)")
        .param(parties.toArray(UUID[]::new))
        .query(NewNames::named)
        .stream()
        .flatMap(one -> one.keys().rotations().stream().map(key -> new Rotation(key, one.party)))
        .sorted(Comparator.comparing(Rotation::key))
        .toList();
  }

  private List<Named> fresh(ImportId id, int first, int last) {
    return db.sql("""
        select r.party_id as party, s.display_name, s.latin_name
        from constituents.import_staged s
        join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
        where s.import_id = ? and s.row_no between ? and ? and r.import_id = ? and r.row_no between ? and ? and r.outcome = 'new'""")
        .params(id.value(), first, last, id.value(), first, last)
        .query(NewNames::named)
        .list();
  }

  private static Named named(ResultSet row, int index) throws SQLException {
    return new Named(row.getObject("party", UUID.class), row.getString("display_name"), row.getString("latin_name"));
  }
}
