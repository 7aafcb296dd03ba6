package org.silah.constituents.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes back what an import did to the clients of a chunk. Those it made go, unless somebody has dealt with them since; from
 * those who were known before exactly that is taken which the import had added.
 */
@Repository
class Undo {

  private static final String DELETE_REASON = "import_undone";

  private final JdbcClient db;
  private final NewNames names;
  private final List<ClientTies> ties;

  Undo(JdbcClient db, NewNames names, List<ClientTies> ties) {
    this.db = db;
    this.names = names;
    this.ties = ties;
  }

  /** @param leavesTraces whether the clients' own rows stay, as removed */
  void undo(Chunk chunk, boolean leavesTraces) {
    var made = made(chunk);
    var kept = keep(chunk, made);
    var gone = made.stream().filter(party -> !kept.contains(party)).toArray(UUID[]::new);
    remove(gone, leavesTraces, chunk);
    takeBack(chunk);
  }

  /** From these clients the kind of list has taken what was its own; those who were there before are marked as they were. */
  void putBack(Chunk chunk, Collection<UUID> parties) {
    if (!parties.isEmpty()) {
      empty(chunk.id().value(), parties.toArray(UUID[]::new));
    }
  }

  private List<UUID> made(Chunk chunk) {
    return db.sql("""
        select p.id
        from constituents.import_row r
        join constituents.party p on p.id = r.party_id
        where r.import_id = ? and r.row_no between ? and ? and r.outcome = 'new' and p.import_id = r.import_id and p.removed_at is null
        order by p.id
        for update of p""")
        .params(chunk.id().value(), chunk.firstRow(), chunk.lastRow())
        .query(UUID.class)
        .list();
  }

  /** Notes which of the clients stay, and why. */
  private Set<UUID> keep(Chunk chunk, Collection<UUID> made) {
    var reasons = new HashMap<UUID, String>();
    if (!made.isEmpty()) {
      ties.forEach(tie -> tie.tied(made, chunk.id()).forEach(party -> reasons.put(party, tie.reason())));
      changed(chunk, made).forEach(party -> reasons.putIfAbsent(party, "constituents.import.kept.changed"));
    }
    if (!reasons.isEmpty()) {
      var parties = new ArrayList<>(reasons.keySet());
      db.sql("""
          insert into constituents.import_kept (import_id, party_id, reason)
          select ?, k.party_id, k.reason
          from unnest(?::uuid[], ?::text[]) as k (party_id, reason)
          on conflict do nothing""")
          .params(chunk.id().value(), parties.toArray(UUID[]::new), parties.stream().map(reasons::get).toArray(String[]::new))
          .update();
    }
    return new HashSet<>(reasons.keySet());
  }

  /** Whose file was written in by anybody but this import. */
  private List<UUID> changed(Chunk chunk, Collection<UUID> made) {
    return db.sql("""
        select p.id
        from constituents.party p
        where p.id = any (:made)
          and (p.updated_at <> p.created_at
            or exists (select 1 from constituents.phone x where x.party_id = p.id and x.import_id is distinct from :import)
            or exists (select 1 from constituents.email x where x.party_id = p.id and x.import_id is distinct from :import)
            or exists (select 1 from constituents.identity x where x.party_id = p.id and x.import_id is distinct from :import)
            or exists (select 1 from constituents.address x where x.party_id = p.id and x.import_id is distinct from :import)
            or exists (select 1 from constituents.consent x where x.party_id = p.id and x.import_id is distinct from :import)
            or exists (select 1 from constituents.fact x where x.party_id = p.id and (x.import_id is distinct from :import or x.superseded_at is not null))
            or exists (select 1 from constituents.custom_value x where x.party_id = p.id and (x.import_id is distinct from :import or x.superseded_at is not null))
            or exists (select 1 from constituents.custom_value x where x.client_id = p.id and x.party_id <> p.id)
            or exists (select 1 from constituents.note x where x.party_id = p.id and x.import_id is distinct from :import)
            or exists (select 1 from constituents.confirmation x where x.party_id = p.id)
            or exists (select 1 from constituents.party_role x where x.party_id = p.id and (x.import_id is distinct from :import or x.ended_on is not null))
            or exists (select 1 from constituents.party_branch x where x.party_id = p.id and x.import_id is distinct from :import)
            or exists (select 1 from constituents.import_filled x where x.party_id = p.id and x.import_id <> :import)
            or exists (select 1 from constituents.family_member x where x.family_id = p.id)
            or exists (select 1 from constituents.family_member x where x.member_id = p.id)
            or exists (select 1 from constituents.tie x where p.id in (x.from_id, x.to_id)))""")
        .param("made", made.toArray(UUID[]::new)).param("import", chunk.id().value())
        .query(UUID.class)
        .list();
  }

  private void remove(UUID[] gone, boolean leavesTraces, Chunk chunk) {
    if (gone.length == 0) {
      return;
    }
    names.remove(List.of(gone));
    db.sql("delete from constituents.phone where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.email where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.identity where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.address where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.consent where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.fact where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.custom_value where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.note where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.party_role where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.party_branch where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.import_alike where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.import_filled where party_id = any (?)").param(gone).update();
    db.sql("delete from constituents.household where family_id = any (?)").param(gone).update();
    if (leavesTraces) {
      db.sql("update constituents.party set removed_at = ?, removed_reason = ? where id = any (?)")
          .params(java.sql.Timestamp.from(chunk.at()), DELETE_REASON, gone)
          .update();
    } else {
      db.sql("delete from constituents.party where id = any (?)").param(gone).update();
    }
  }

  /** From clients who were there before. */
  private void takeBack(Chunk chunk) {
    var known = db.sql("""
        select distinct r.party_id
        from constituents.import_row r
        join constituents.party p on p.id = r.party_id
        where r.import_id = ? and r.row_no between ? and ? and r.outcome in ('joined', 'repeats') and p.import_id is distinct from r.import_id""")
        .params(chunk.id().value(), chunk.firstRow(), chunk.lastRow())
        .query(UUID.class)
        .list()
        .toArray(UUID[]::new);
    if (known.length == 0) {
      return;
    }
    var id = chunk.id().value();
    db.sql("delete from constituents.phone where party_id = any (?) and import_id = ?").params(known, id).update();
    db.sql("delete from constituents.email where party_id = any (?) and import_id = ?").params(known, id).update();
    db.sql("delete from constituents.identity where party_id = any (?) and import_id = ?").params(known, id).update();
    db.sql("delete from constituents.address where party_id = any (?) and import_id = ?").params(known, id).update();
    db.sql("delete from constituents.consent where party_id = any (?) and import_id = ?").params(known, id).update();
    db.sql("delete from constituents.fact where party_id = any (?) and import_id = ? and superseded_at is null").params(known, id).update();
    db.sql("delete from constituents.custom_value where party_id = any (?) and import_id = ? and superseded_at is null").params(known, id).update();
    db.sql("delete from constituents.note where party_id = any (?) and import_id = ?").params(known, id).update();
    db.sql("delete from constituents.party_role where party_id = any (?) and import_id = ? and ended_on is null").params(known, id).update();
    db.sql("""
        with forgotten as (
          delete from constituents.party_branch
          where party_id = any (?) and import_id = ?
          returning party_id, branch_id
        )
        update constituents.party p
        set seen_by = array_remove(p.seen_by, f.branch_id)
        from forgotten f
        where p.id = f.party_id and p.home_branch_id <> f.branch_id""")
        .params(known, id)
        .update();
    empty(id, known);
  }

  /** Empties what was filled in and nobody changed since, and puts the mark of the last change back. */
  private void empty(UUID id, UUID[] known) {
    var filled = db.sql("select party_id from constituents.import_filled where import_id = ? and party_id = any (?) and filled <> '{}'")
        .params(id, known)
        .query(UUID.class)
        .list();
    names.remove(filled);
    db.sql("""
        update constituents.party p
        set latin_name = nullif(p.latin_name, f.filled ->> 'latin_name'),
          title = nullif(p.title, f.filled ->> 'title'),
          given_name = nullif(p.given_name, f.filled ->> 'given_name'),
          father_name = nullif(p.father_name, f.filled ->> 'father_name'),
          grandfather_name = nullif(p.grandfather_name, f.filled ->> 'grandfather_name'),
          family_name = nullif(p.family_name, f.filled ->> 'family_name'),
          kunya = nullif(p.kunya, f.filled ->> 'kunya'),
          gender = nullif(p.gender, f.filled ->> 'gender'),
          birth_on = nullif(p.birth_on, (f.filled ->> 'birth_on')::date),
          nationality = nullif(p.nationality, f.filled ->> 'nationality'),
          updated_at = case when p.updated_at = f.changed_at then f.changed_before else p.updated_at end
        from constituents.import_filled f
        where f.import_id = ? and f.party_id = any (?) and p.id = f.party_id""")
        .params(id, known)
        .update();
    names.again(filled);
    db.sql("delete from constituents.import_filled where import_id = ? and party_id = any (?)").params(id, known).update();
  }
}
