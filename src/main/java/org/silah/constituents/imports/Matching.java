package org.silah.constituents.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Finds for every staged row the client it is about, in a few statements for the whole file. In this order: a number (of an
 * identity, or the branch's own), a phone whose holder's name agrees, an e-mail with the same name, and for rows that have
 * none of these the very same row of an earlier import; each first among the known clients, then among the rows above.
 * What comes out does not depend on how the work is cut into chunks. A phone that more than twenty have is nobody's: then only
 * the same name counts.
 */
@Repository
class Matching {

  private static final String WITH_ALL = """
      with staged as not materialized (
        select *
        from constituents.import_staged
        where import_id = :import
      ),
      """;

  private static final String WITH_NEW = """
      with staged as materialized (
        select s.*
        from constituents.import_staged s
        join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
        where s.import_id = :import and s.row_no between :first and :last and r.row_no between :first and :last and r.outcome = 'new'
      ),
      """;

  private static final String KNOWN = """
      holder as (
        select s.row_no, p.id as party_id,
          case when k.kind = 'branch_file' then constituents.names_agree(s.name_key, p.name_key) or (s.name_key ~ '[a-z]') <> (p.name_key ~ '[a-z]')
            else constituents.names_meet(s.name_key, p.name_key) end as fits
        from staged s
        cross join lateral unnest(s.identity_kinds, s.identity_issuers, s.identity_numbers) as k (kind, issuer, number)
        join constituents.identity i on i.number = k.number and i.kind = k.kind and i.issuer = k.issuer
        join constituents.party p on p.id = i.party_id
        where s.identity_kinds is not null and p.removed_at is null and p.import_id is distinct from :import
      ),
      by_number as (
        select row_no, (array_agg(party_id order by party_id))[1] as party_id, count(distinct party_id) as clients, bool_and(fits) as fits
        from holder
        group by row_no
      ),
      crowded as materialized (
        select e164
        from constituents.phone
        where e164 in (select unnest(phones) from staged where phones is not null)
        group by e164
        having count(*) > 20
      ),
      caller as (
        select s.row_no, p.id as party_id, p.file_number,
          case when p.name_key = s.name_key then 2 when constituents.names_agree(p.name_key, s.name_key) then 1 else 0 end as agreement,
          s.official
        from staged s
        cross join lateral unnest(s.phones) as n (e164)
        join constituents.phone k on k.e164 = n.e164
        join constituents.party p on p.id = k.party_id
        where s.phones is not null and p.removed_at is null and p.import_id is distinct from :import
          and n.e164 not in (select e164 from crowded)
        union all
        select s.row_no, p.id, p.file_number, 2, s.official
        from staged s
        cross join lateral unnest(s.phones) as n (e164)
        join constituents.phone k on k.e164 = n.e164
        join constituents.party p on p.id = k.party_id and p.name_key = s.name_key
        where s.phones is not null and p.removed_at is null and p.import_id is distinct from :import
          and n.e164 in (select e164 from crowded)
      ),
      candidate as (
        select row_no, 1 as rank, 0 as agreement, 0 as file_number, party_id, 'number' as reason, null::uuid as other_id,
          case when clients > 1 then 'numbers_of_several' when not fits then 'number_of_another' end as mistake
        from by_number
        union all
        select row_no, case when agreement > 0 then 2 else 5 end, agreement, file_number, case when agreement > 0 then party_id end,
          case when agreement > 0 then 'phone' end, case when agreement = 0 then party_id end, null
        from (
          select c.row_no, c.party_id, c.file_number,
            case when c.agreement = 0 or c.official is null or not exists (
                select 1
                from constituents.identity i
                where i.party_id = c.party_id and i.kind = split_part(c.official, ' ', 1) and i.issuer = split_part(c.official, ' ', 2)
                  and i.number <> split_part(c.official, ' ', 3))
              then c.agreement else 0 end as agreement
          from caller c) judged
        union all
        select s.row_no, 3, 0, p.file_number, p.id, 'email', null, null
        from staged s
        cross join lateral unnest(s.emails) as a (address)
        join constituents.email e on lower(e.address) = lower(a.address)
        join constituents.party p on p.id = e.party_id and p.name_key = s.name_key
        where s.emails is not null and p.removed_at is null and p.import_id is distinct from :import
          and (s.official is null or not exists (
            select 1
            from constituents.identity i
            where i.party_id = p.id and i.kind = split_part(s.official, ' ', 1) and i.issuer = split_part(s.official, ' ', 2)
              and i.number <> split_part(s.official, ' ', 3)))
        union all
        select s.row_no, 4, 0, p.file_number, p.id, 'before', null, null
        from staged s
        join constituents.import_alike a on a.alike = s.alike
        join constituents.party p on p.id = a.party_id
        where s.alike is not null and p.removed_at is null and p.import_id is distinct from :import
      ),
      known as (
        select distinct on (row_no) row_no, party_id, reason, mistake, other_id
        from candidate
        order by row_no, rank, agreement desc, file_number
      )
      """;

  private static final String FIND_KNOWN = "create temporary table import_known on commit drop as " + WITH_ALL + KNOWN + """
      select *
      from known
      """;

  /** What a row can be recognised by within its file. A mistaken row is nobody's model. */
  private static final String COLLECT_KEYS = """
      create temporary table import_key on commit drop as
      with staged as not materialized (
        select s.*, k.party_id is null as loose
        from constituents.import_staged s
        left join pg_temp.import_known k on k.row_no = s.row_no
        where s.import_id = :import and k.mistake is null and :loose
      )
      select s.row_no, s.loose, 'number' as sort, concat_ws(' ', k.kind, k.issuer, k.number) as key
      from staged s
      cross join lateral unnest(s.identity_kinds, s.identity_issuers, s.identity_numbers) as k (kind, issuer, number)
      where s.identity_kinds is not null
      union all
      select s.row_no, s.loose, 'phone', n.e164
      from staged s
      cross join lateral unnest(s.phones) as n (e164)
      where s.phones is not null
      union all
      select s.row_no, s.loose, 'email', lower(a.address) || ' ' || s.name_key
      from staged s
      cross join lateral unnest(s.emails) as a (address)
      where s.emails is not null
      union all
      select s.row_no, s.loose, 'alike', s.alike::text
      from staged s
      where s.alike is not null
      """;

  private static final String KEEP_SHARED_KEYS = """
      create temporary table import_shared on commit drop as
      select k.row_no, k.loose, k.sort, k.key, s.name_key, s.official
      from pg_temp.import_key k
      join constituents.import_staged s on s.import_id = :import and s.row_no = k.row_no
      where (k.sort, k.key) in (
        select sort, key
        from pg_temp.import_key
        group by sort, key
        having count(*) > 1 and bool_or(loose))
      """;

  private static final String FIND_HEADS = """
      create temporary table import_head on commit drop as
      with numbered as (
        select row_no, loose, key, name_key, first_value(row_no) over same as head, first_value(name_key) over same as head_name
        from pg_temp.import_shared
        where sort = 'number'
        window same as (partition by key order by row_no)
      ),
      by_number as (
        select row_no, min(head) as head, bool_and(
          case when key like 'branch_file %' then constituents.names_agree(name_key, head_name) or (name_key ~ '[a-z]') <> (head_name ~ '[a-z]')
            else constituents.names_meet(name_key, head_name) end) as fits
        from numbered
        where loose and head < row_no
        group by row_no
      ),
      called as materialized (
        select row_no, loose, key, name_key, official, first_value(row_no) over same as head, first_value(official) over same as head_official
        from pg_temp.import_shared
        where sort = 'phone'
        window same as (partition by key, name_key order by row_no)
      ),
      called_name as materialized (
        select key, name_key, head, head_official, loose, count(*) over (partition by key) as names
        from called
        where row_no = head
      ),
      called_before as materialized (
        select b.key, b.name_key, b.head, a.head as earlier,
          constituents.names_agree(a.name_key, b.name_key)
            and (a.head_official is null or b.head_official is null or a.head_official = b.head_official
              or split_part(a.head_official, ' ', 1) <> split_part(b.head_official, ' ', 1)) as agrees
        from called_name a
        join called_name b on b.key = a.key and a.head < b.head
        where a.names between 2 and 20
      ),
      by_phone as (
        select c.row_no, min(case
            when k.earlier is not null then k.earlier
            when c.head < c.row_no and (c.official is null or c.head_official is null or c.official = c.head_official
              or split_part(c.official, ' ', 1) <> split_part(c.head_official, ' ', 1)) then c.head end) as head
        from called c
        left join (
          select key, name_key, min(earlier) as earlier
          from called_before
          where agrees
          group by key, name_key) k on k.key = c.key and k.name_key = c.name_key
        where c.loose
        group by c.row_no
      ),
      shared as (
        select head as row_no, min(earlier) as earlier
        from called_before
        group by head
      ),
      mailed as (
        select row_no, loose, official, first_value(row_no) over same as head, first_value(official) over same as head_official
        from pg_temp.import_shared
        where sort = 'email'
        window same as (partition by key order by row_no)
      ),
      by_email as (
        select row_no, min(head) as head
        from mailed
        where loose and head < row_no and (official is null or head_official is null or official = head_official
          or split_part(official, ' ', 1) <> split_part(head_official, ' ', 1))
        group by row_no
      ),
      by_likeness as (
        select row_no, min(row_no) over (partition by key) as head
        from pg_temp.import_shared
        where sort = 'alike' and loose
      ),
      concerned as (
        select distinct row_no
        from pg_temp.import_shared
        where loose
      )
      select l.row_no,
        case when n.fits is false then null when n.head is not null then n.head when p.head is not null then p.head
          when m.head is not null then m.head when a.head < l.row_no then a.head end as of_row,
        case when n.fits is false then n.head end as another,
        s.earlier as shared
      from concerned l
      left join by_number n on n.row_no = l.row_no
      left join by_phone p on p.row_no = l.row_no
      left join shared s on s.row_no = l.row_no
      left join by_email m on m.row_no = l.row_no
      left join by_likeness a on a.row_no = l.row_no
      """;

  private static final String WRITE_FIRST = """
      insert into constituents.import_row (import_id, row_no, outcome, reason, party_id, of_row, other_id)
      select :import, s.row_no,
        case when k.mistake is not null or h.another is not null then 'failed' when k.party_id is not null then 'joined' else 'new' end,
        case when k.mistake is not null then k.mistake when h.another is not null then 'number_of_row' when k.party_id is not null then k.reason
          when k.other_id is not null or h.shared is not null then 'shares_phone' end,
        case when k.mistake is null and h.another is null then coalesce(k.party_id, uuidv7()) end,
        case when h.another is not null then h.another when k.party_id is null and k.other_id is null then h.shared end,
        case when k.mistake is not null then k.party_id when k.party_id is null then k.other_id end
      from constituents.import_staged s
      left join pg_temp.import_known k on k.row_no = s.row_no
      left join pg_temp.import_head h on h.row_no = s.row_no
      where s.import_id = :import and h.of_row is null
      order by s.row_no
      """;

  private static final String WRITE_REPEATING = """
      insert into constituents.import_row (import_id, row_no, outcome, party_id, of_row)
      select :import, h.row_no, 'repeats', r.party_id, h.of_row
      from pg_temp.import_head h
      left join constituents.import_row r on r.import_id = :import and r.row_no = h.of_row
      where h.of_row is not null
      order by h.row_no
      """;

  private static final String COLLECT_CLAIMS = """
      create temporary table import_claim on commit drop as
      select s.row_no, r.party_id, concat_ws(' ', k.kind, k.issuer, k.number) as key, cardinality(s.identity_numbers) > 1 as among_several
      from constituents.import_staged s
      join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
      cross join lateral unnest(s.identity_kinds, s.identity_issuers, s.identity_numbers) as k (kind, issuer, number)
      where s.import_id = :import and r.import_id = :import and s.identity_kinds is not null and r.outcome in ('new', 'joined', 'repeats')
      """;

  private static final String MATCH_AGAIN = WITH_NEW + KNOWN + """
      update constituents.import_row r
      set outcome = case when k.mistake is null then 'joined' else 'failed' end,
        reason = coalesce(k.mistake, k.reason),
        party_id = case when k.mistake is null then k.party_id end,
        other_id = case when k.mistake is not null then k.party_id end
      from known k
      where r.import_id = :import and r.row_no = k.row_no and (k.party_id is not null or k.mistake is not null) and r.outcome = 'new'
      returning r.row_no
      """;

  private final JdbcClient db;

  Matching(JdbcClient db) {
    this.db = db;
  }

  /**
   * Writes what would become of every staged row. The way goes through temporary tables, each analysed before the next is made
   * of it: without figures the planner would compare every row with every other.
   */
  void match(ImportId id) {
    analyse();
    run(db.sql(FIND_KNOWN), id);
    db.sql("analyze pg_temp.import_known").update();
    findHeads(id);
    run(db.sql(WRITE_FIRST), id);
    run(db.sql(WRITE_REPEATING), id);
    analyse();
    settle(id);
    if (hasSeveralNumbers(id) && failDisagreeing(id) > 0) {
      settle(id);
    }
  }

  private boolean hasLoose(ImportId id) {
    return db.sql("""
        select exists (
          select 1
          from constituents.import_staged s
          left join pg_temp.import_known k on k.row_no = s.row_no
          where s.import_id = ? and k.party_id is null and k.mistake is null)""")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  private void findHeads(ImportId id) {
    run(db.sql(COLLECT_KEYS).param("loose", hasLoose(id)), id);
    db.sql("analyze pg_temp.import_key").update();
    run(db.sql(KEEP_SHARED_KEYS), id);
    db.sql("analyze pg_temp.import_shared").update();
    run(db.sql(FIND_HEADS), id);
    db.sql("analyze pg_temp.import_head").update();
  }

  private void analyse() {
    db.sql("select constituents.analyse_import()").query((_, _) -> 0).list();
  }

  private boolean hasSeveralNumbers(ImportId id) {
    return db.sql("select exists (select 1 from constituents.import_staged where import_id = ? and cardinality(identity_numbers) > 1)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  private static void run(StatementSpec statement, ImportId id) {
    statement.param("import", id.value()).update();
  }

  /**
   * Looks again before rows are committed, because others went on working since the preview: clients who became known in the
   * meantime are joined, not doubled.
   */
  void matchAgain(ImportId id, int first, int last) {
    var changed = db.sql(MATCH_AGAIN)
        .param("import", id.value()).param("first", first).param("last", last)
        .query(Integer.class)
        .list();
    if (!changed.isEmpty()) {
      db.sql("""
          update constituents.import_row r
          set party_id = h.party_id
          from constituents.import_row h
          where r.import_id = ? and r.outcome = 'repeats' and h.import_id = r.import_id and h.row_no = r.of_row and h.row_no = any (?)""")
          .params(id.value(), changed.toArray(Integer[]::new))
          .update();
      settle(id);
    }
  }

  /** Rows whose client was removed since the preview fail. */
  void failRemoved(ImportId id) {
    db.sql("""
        update constituents.import_row r
        set outcome = 'failed', reason = 'client_removed'
        where r.import_id = ? and r.outcome = 'joined'
          and not exists (select 1 from constituents.party p where p.id = r.party_id and p.removed_at is null)""")
        .param(id.value())
        .update();
    settle(id);
  }

  /** Leads rows that repeat a repeating row to the first of them, and finds a new first where that one failed. */
  private void settle(ImportId id) {
    int moved;
    do {
      moved = db.sql("""
          update constituents.import_row r
          set of_row = h.of_row, party_id = h.party_id
          from constituents.import_row h
          where r.import_id = ? and r.outcome = 'repeats' and r.party_id is null
            and h.import_id = r.import_id and h.row_no = r.of_row and h.outcome = 'repeats'""")
          .param(id.value())
          .update();
    } while (moved > 0);
    db.sql("""
        with orphan as (
          select r.row_no, min(r.row_no) over (partition by r.of_row) as head
          from constituents.import_row r
          join constituents.import_row h on h.import_id = r.import_id and h.row_no = r.of_row
          where r.import_id = ? and r.outcome = 'repeats' and h.outcome = 'failed'
        )
        update constituents.import_row r
        set outcome = case when o.head = r.row_no then 'new' else 'repeats' end,
          of_row = case when o.head = r.row_no then null else o.head end,
          reason = null,
          party_id = case when o.head = r.row_no then uuidv7() end
        from orphan o
        where r.import_id = ? and r.row_no = o.row_no""")
        .params(id.value(), id.value())
        .update();
    db.sql("""
        update constituents.import_row r
        set party_id = h.party_id
        from constituents.import_row h
        where r.import_id = ? and r.outcome = 'repeats' and r.party_id is null and h.import_id = r.import_id and h.row_no = r.of_row""")
        .param(id.value())
        .update();
  }

  /** A row with several numbers of which one leads to another client than the row does. */
  private int failDisagreeing(ImportId id) {
    run(db.sql(COLLECT_CLAIMS), id);
    db.sql("analyze pg_temp.import_claim").update();
    return db.sql("""
        with claimed as (
          select row_no, party_id, first_value(party_id) over same as holder, first_value(row_no) over same as head
          from pg_temp.import_claim
          where key in (select key from pg_temp.import_claim where among_several)
          window same as (partition by key order by row_no)
        ),
        disagreeing as (
          select row_no, min(head) as head
          from claimed
          where party_id <> holder
          group by row_no
        )
        update constituents.import_row r
        set outcome = 'failed', reason = 'numbers_of_rows', of_row = d.head, party_id = null
        from disagreeing d
        where r.import_id = ? and r.row_no = d.row_no""")
        .param(id.value())
        .update();
  }

  /** Rows by outcome, and by outcome and reason. */
  Map<String, Long> counts(ImportId id) {
    var counts = new LinkedHashMap<String, Long>();
    db.sql("select outcome, reason, count(*) as rows from constituents.import_row where import_id = ? group by outcome, reason order by outcome, reason")
        .param(id.value())
        .query(row -> {
          counts.merge(row.getString("outcome"), row.getLong("rows"), Long::sum);
          if (row.getString("reason") != null) {
            counts.put(row.getString("outcome") + "." + row.getString("reason"), row.getLong("rows"));
          }
        });
    return counts;
  }
}
