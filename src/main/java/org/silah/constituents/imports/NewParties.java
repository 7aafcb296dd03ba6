package org.silah.constituents.imports;

import java.util.Map;
import java.util.UUID;
import org.silah.constituents.text.NameKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes the clients who are new in a chunk. What they bring with them {@link Additions} writes, as for those who were known. */
@Repository
class NewParties {

  private static final String PARTIES = """
      insert into constituents.party (id, kind, agency_bearing, display_name, name_key, latin_name, title, given_name, father_name,
        grandfather_name, family_name, kunya, gender, birth_on, nationality, language, home_branch_id, seen_by,
        source, import_id, created_at, created_by, updated_at)
      select r.party_id, s.kind, s.agency_bearing, s.display_name, s.name_key, s.latin_name, s.title, s.given_name, s.father_name,
        s.grandfather_name, s.family_name, s.kunya, s.gender, s.birth_on, s.nationality, coalesce(s.language, :language), :branch,
        array[:branch::uuid], :source, :import, :at, :by, :at
      from constituents.import_staged s
      join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
      where s.import_id = :import and s.row_no between :first and :last
        and r.import_id = :import and r.row_no between :first and :last and r.outcome = 'new'
      order by s.row_no
      """;

  private static final String ALIKE = """
      insert into constituents.import_alike (alike, party_id, import_id)
      select s.alike, r.party_id, :import
      from constituents.import_staged s
      join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
      where s.import_id = :import and s.row_no between :first and :last
        and r.import_id = :import and r.row_no between :first and :last and r.outcome = 'new'
        and s.alike is not null
      order by s.alike
      on conflict do nothing
      """;

  private final JdbcClient db;
  private final NewNames names;

  NewParties(JdbcClient db, NewNames names) {
    this.db = db;
    this.names = names;
  }

  /** @return how many there are */
  int add(Chunk chunk) {
    return chunk.into(db.sql(PARTIES)).update();
  }

  /** Lets them be found: by their names, and by the row that they came with when it comes again. */
  void index(Chunk chunk, Map<UUID, NameKeys> keys) {
    chunk.into(db.sql(ALIKE)).update();
    names.add(chunk, keys);
  }
}
