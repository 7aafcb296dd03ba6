package org.silah.constituents.families;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.silah.access.Audit;
import org.silah.constituents.imports.Chunk;
import org.silah.constituents.imports.ImportId;
import org.silah.constituents.imports.ImportKind;
import org.silah.constituents.imports.Repeats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Families of lists: whose they are, written and taken back by the chunk, each in a few statements. The store of {@code constituents.staged_member}. */
@Repository
class StagedFamilies {

  private static final String LIVE = """
      live as materialized (
        select *
        from constituents.live_member
        where import_id = :import and row_no between :first and :last and client_row between :first and :last
      )
      """;

  /** The family of a known head is the one that the head has. */
  private static final String JOIN_BY_HEAD = "with " + LIVE + """
      , known as (
        select coalesce(case when l.family_outcome = 'repeats' then l.family_of_row end, l.family_row) as family_row, min(x.family_id::text)::uuid as family_id
        from live l
        join constituents.family_member x on x.member_id = l.member_id and x.ended is null and x.position = 'head'
        join constituents.party p on p.id = x.family_id and p.removed_at is null
        where l.position = 'head'
        group by 1
        having count(distinct x.family_id) = 1
      )
      update constituents.import_row f
      set outcome = 'joined', reason = 'head', party_id = k.family_id, of_row = null, other_id = null
      from known k
      where f.import_id = :import and f.row_no = k.family_row and f.row_no between :first and :last and f.outcome = 'new' and f.party_id <> k.family_id
      """;

  /** Somebody of this name, in this place of a family that we know, is the one that we know there. */
  private static final String JOIN_BY_NAME = "with " + LIVE + """
      , asked as (
        select l.row_no, l.family_id, l.position, s.name_key, s.birth_on, s.gender, s.official
        from live l
        join constituents.import_staged s on s.import_id = :import and s.row_no = l.row_no
        join constituents.party p on p.id = l.family_id
        where l.outcome = 'new'
      ),
      candidate as (
        select a.row_no, p.id as party_id, count(*) over (partition by a.row_no) as persons, count(*) over (partition by p.id) as askers
        from asked a
        join constituents.family_member x on x.family_id = a.family_id and x.ended is null and x.position = a.position
        join constituents.party p on p.id = x.member_id and p.removed_at is null
        where (constituents.names_agree(p.name_key, a.name_key) or strpos(a.name_key, ' ') = 0 and split_part(p.name_key, ' ', 1) = a.name_key)
          and (a.birth_on is null or p.birth_on is null or a.birth_on = p.birth_on) and (a.gender is null or p.gender is null or a.gender = p.gender)
          and (a.official is null or not exists (
            select 1
            from constituents.identity i
            where i.party_id = p.id and i.kind = split_part(a.official, ' ', 1) and i.issuer = split_part(a.official, ' ', 2)
              and i.number <> split_part(a.official, ' ', 3)))
          and not exists (select 1 from live l where l.member_id = p.id)
      )
      update constituents.import_row r
      set outcome = 'joined', reason = 'household', party_id = c.party_id, of_row = null, other_id = null
      from candidate c
      where r.import_id = :import and r.row_no = c.row_no and c.persons = 1 and c.askers = 1
      """;

  /** Families of which no member goes through. */
  private static final String FORSAKE = """
      delete from constituents.import_row f
      using constituents.staged_member m
      where m.import_id = :import and m.position is null and m.row_no between :first and :last and f.import_id = :import and f.row_no = m.row_no
        and f.outcome in ('new', 'joined', 'repeats')
        and not exists (
          select 1
          from constituents.staged_member o
          join constituents.import_row r on r.import_id = o.import_id and r.row_no = o.row_no
          join constituents.import_row g on g.import_id = o.import_id and g.row_no = o.row_no + o.family_step
          where o.import_id = :import and o.position is not null and r.outcome in ('new', 'joined', 'repeats') and g.party_id = f.party_id)
      """;

  private static final String COMMIT = "with " + LIVE + """
      , fresh as (
        select uuidv7() as id, one.*
        from (
          select distinct on (l.family_id, l.member_id) l.family_id, l.member_id, l.position, l.since, l.shares_address
          from live l
          where not exists (
            select 1
            from constituents.family_member x
            where x.family_id = l.family_id and x.member_id = l.member_id and x.ended is null)
            and exists (select 1 from constituents.party p where p.id = l.member_id and not p.deceased)
          order by l.family_id, l.member_id, l.since nulls last, l.row_no) one
      ),
      deed as (
        insert into constituents.family_deed (id, kind, happened_on, opened, recorded_at, recorded_by)
        select id, 'joining', since, '{}', :at::timestamptz, :by
        from fresh
      ),
      added as (
        insert into constituents.family_member (id, family_id, member_id, position, since, began, shares_address, source, recorded_at, recorded_by, begun_by, import_id)
        select id, family_id, member_id, position, since, case when since is null then 'known' else 'joined' end, shares_address, :source,
          :at::timestamptz, :by, id, :import::uuid
        from fresh
        order by family_id, member_id
        returning family_id, member_id
      )
      select family_id as party_id
      from added
      union
      select member_id
      from added
      """;

  /** A family that the list does not name is called after its members, and goes on so. */
  private static final String PROPOSE = """
      insert into constituents.household (family_id, proposed_name)
      select p.id, p.display_name
      from constituents.staged_member m
      join constituents.import_row f on f.import_id = m.import_id and f.row_no = m.row_no
      join constituents.party p on p.id = f.party_id
      where m.import_id = :import and m.row_no between :first and :last and m.position is null and not m.named and f.outcome = 'new' and p.import_id = :import
      order by p.id
      on conflict do nothing
      """;

  private static final String UNDO = """
      with gone as (
        delete from constituents.family_member m
        using constituents.import_row r
        where r.import_id = :import and r.row_no between :first and :last and r.outcome in ('new', 'joined', 'repeats')
          and m.import_id = :import and m.member_id = r.party_id
        returning m.family_id, m.member_id, m.begun_by
      ),
      deed as (
        delete from constituents.family_deed d
        using gone g
        where d.id = g.begun_by
      )
      select family_id as party_id
      from gone
      union
      select member_id
      from gone
      """;

  private final JdbcClient db;
  private final MistakenMembers mistaken;
  private final Repeats repeats;
  private final Audit audit;

  StagedFamilies(JdbcClient db, MistakenMembers mistaken, Repeats repeats, Audit audit) {
    this.db = db;
    this.mistaken = mistaken;
    this.repeats = repeats;
    this.audit = audit;
  }

  /** Rows whose family or client is known by the family, and rows that cannot be. */
  void judge(ImportKind.Rows rows) {
    if (rows.writing()) {
      hold(rows);
    } else {
      db.sql("select constituents.analyse_families()").query((_, _) -> 0).list();
    }
    if (of(rows, db.sql(JOIN_BY_HEAD)).update() > 0) {
      repeats.follow(rows.id());
    }
    if (of(rows, db.sql(JOIN_BY_NAME)).update() > 0) {
      repeats.follow(rows.id());
    }
    int failed = mistaken.fail(rows);
    if (failed > 0) {
      repeats.settle(rows.id());
    }
    if (failed > 0 || !rows.writing()) {
      of(rows, db.sql(FORSAKE)).update();
    }
  }

  /** In the order in which everybody holds clients. */
  private void hold(ImportKind.Rows rows) {
    of(rows, db.sql("with " + LIVE + """
        select p.id
        from constituents.party p
        where p.id in (select member_id from live union select family_id from live)
        order by p.id
        for no key update""")).query(UUID.class).list();
  }

  /** In the transaction that made or found the members and the families. */
  Set<UUID> commit(Chunk chunk) {
    var parties = of(chunk, db.sql(COMMIT))
        .param("at", java.sql.Timestamp.from(chunk.at())).param("by", chunk.recordedBy()).param("source", chunk.settings().source())
        .query(UUID.class).list();
    of(chunk, db.sql(PROPOSE)).update();
    audit.record("family.import", "import", chunk.id(), Map.of("first_row", chunk.firstRow(), "last_row", chunk.lastRow(), "clients", parties.size()));
    return new HashSet<>(parties);
  }

  /** What nobody has put right since. */
  Collection<UUID> undo(Chunk chunk) {
    List<UUID> parties = of(chunk, db.sql(UNDO)).query(UUID.class).list();
    audit.record("family.import.undo", "import", chunk.id(), Map.of("first_row", chunk.firstRow(), "last_row", chunk.lastRow(), "clients", parties.size()));
    return parties;
  }

  void clear(ImportId id) {
    db.sql("delete from constituents.staged_member where import_id = ?").param(id.value()).update();
  }

  private static StatementSpec of(ImportKind.Rows rows, StatementSpec statement) {
    return statement.param("import", rows.id().value()).param("first", rows.first()).param("last", rows.last());
  }

  private static StatementSpec of(Chunk chunk, StatementSpec statement) {
    return statement.param("import", chunk.id().value()).param("first", chunk.firstRow()).param("last", chunk.lastRow());
  }
}
