package org.silah.constituents.imports;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Fills empty places of clients who are there already, and keeps what an undo must know: what was empty, and when the client was
 * last changed before.
 */
@Repository
class Filling {

  /** Empty places of clients who are there already. */
  private static final String FILL = """
      with offer as (
        select r.party_id, min(s.kind) as kind,
          (array_agg(s.latin_name order by s.row_no) filter (where s.latin_name is not null))[1] as latin_name,
          (array_agg(s.title order by s.row_no) filter (where s.title is not null))[1] as title,
          (array_agg(s.given_name order by s.row_no) filter (where s.given_name is not null))[1] as given_name,
          (array_agg(s.father_name order by s.row_no) filter (where s.father_name is not null))[1] as father_name,
          (array_agg(s.grandfather_name order by s.row_no) filter (where s.grandfather_name is not null))[1] as grandfather_name,
          (array_agg(s.family_name order by s.row_no) filter (where s.family_name is not null))[1] as family_name,
          (array_agg(s.kunya order by s.row_no) filter (where s.kunya is not null))[1] as kunya,
          (array_agg(s.gender order by s.row_no) filter (where s.gender is not null))[1] as gender,
          (array_agg(s.birth_on order by s.row_no) filter (where s.birth_on is not null))[1] as birth_on,
          (array_agg(s.nationality order by s.row_no) filter (where s.nationality is not null))[1] as nationality
        from constituents.import_staged s
        join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
        where s.import_id = :import and s.row_no between :first and :last
          and r.import_id = :import and r.row_no between :first and :last and r.outcome in ('joined', 'repeats')
          and num_nonnulls(s.latin_name, s.title, s.father_name, s.grandfather_name, s.family_name, s.kunya, s.gender, s.birth_on, s.nationality) > 0
        group by r.party_id
      ),
      filled as (
        update constituents.party p
        set latin_name = coalesce(p.latin_name, o.latin_name),
          title = coalesce(p.title, o.title),
          given_name = coalesce(p.given_name, o.given_name),
          father_name = coalesce(p.father_name, o.father_name),
          grandfather_name = coalesce(p.grandfather_name, o.grandfather_name),
          family_name = coalesce(p.family_name, o.family_name),
          kunya = coalesce(p.kunya, o.kunya),
          gender = coalesce(p.gender, o.gender),
          birth_on = coalesce(p.birth_on, o.birth_on),
          nationality = coalesce(p.nationality, o.nationality)
        from offer o
        where p.id = o.party_id and p.kind = o.kind
          and (p.latin_name is null and o.latin_name is not null or p.title is null and o.title is not null
            or p.given_name is null and o.given_name is not null or p.father_name is null and o.father_name is not null
            or p.grandfather_name is null and o.grandfather_name is not null or p.family_name is null and o.family_name is not null
            or p.kunya is null and o.kunya is not null or p.gender is null and o.gender is not null
            or p.birth_on is null and o.birth_on is not null or p.nationality is null and o.nationality is not null)
        returning p.id, p.import_id, new.updated_at,
          jsonb_strip_nulls(jsonb_build_object(
            'latin_name', case when old.latin_name is null then new.latin_name end,
            'title', case when old.title is null then new.title end,
            'given_name', case when old.given_name is null then new.given_name end,
            'father_name', case when old.father_name is null then new.father_name end,
            'grandfather_name', case when old.grandfather_name is null then new.grandfather_name end,
            'family_name', case when old.family_name is null then new.family_name end,
            'kunya', case when old.kunya is null then new.kunya end,
            'gender', case when old.gender is null then new.gender end,
            'birth_on', case when old.birth_on is null then new.birth_on end,
            'nationality', case when old.nationality is null then new.nationality end)) as filled
      )
      insert into constituents.import_filled (import_id, party_id, filled, changed_before, changed_at)
      select :import, id, filled, updated_at, :at
      from filled
      order by id
      on conflict (import_id, party_id) do update set filled = import_filled.filled || excluded.filled, changed_at = excluded.changed_at
      returning party_id
      """;

  private static final String MARK_CHANGED = """
      with marked as (
        update constituents.party p
        set updated_at = :at
        where p.id = any (:parties) and p.import_id is distinct from :import
        returning p.id, old.updated_at as before
      )
      insert into constituents.import_filled (import_id, party_id, filled, changed_before, changed_at)
      select :import, id, '{}', before, :at
      from marked
      order by id
      on conflict (import_id, party_id) do update set changed_at = excluded.changed_at
      """;

  private static final Set<String> FILLING = Set.of(
      "latin_name", "title", "father_name", "grandfather_name", "family_name", "kunya", "gender", "birth_on", "nationality");

  private final JdbcClient db;
  private final NewNames names;

  Filling(JdbcClient db, NewNames names) {
    this.db = db;
    this.names = names;
  }

  /** @return the clients of whom something is known now that was not */
  List<UUID> fill(Import job, Chunk chunk) {
    if (!job.columns().hasAny(FILLING)) {
      return List.of();
    }
    var filled = chunk.into(db.sql(FILL)).query(UUID.class).list();
    names.again(filled);
    return filled;
  }

  /** Those that this import made do not count as changed. */
  void markChanged(Collection<UUID> parties, Chunk chunk) {
    if (!parties.isEmpty()) {
      chunk.into(db.sql(MARK_CHANGED)).param("parties", parties.toArray(UUID[]::new)).update();
    }
  }
}
