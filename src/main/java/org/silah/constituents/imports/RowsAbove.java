package org.silah.constituents.imports;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Finds for each row of a file the first row above that is about the same client. Where one of them is about a known client the
 * other is too, as {@link KnownClients} found; rows that share nothing are not looked at.
 */
@Repository
class RowsAbove {

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
      where :by_phone and s.phones is not null
      union all
      select s.row_no, s.loose, 'email', lower(a.address) || ' ' || s.name_key
      from staged s
      cross join lateral unnest(s.emails) as a (address)
      where :by_email and s.emails is not null
      union all
      select s.row_no, s.loose, 'alike', s.alike::text
      from staged s
      where s.alike is not null
      """;

  private static final String KEEP_SHARED_KEYS = """
      create temporary table import_shared on commit drop as
      select k.row_no, k.loose, k.sort, k.key, s.kind, s.name_key, s.official
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
        select row_no, loose, key, kind, name_key, first_value(row_no) over same as head, first_value(name_key) over same as head_name,
          first_value(kind) over same as head_kind
        from pg_temp.import_shared
        where sort = 'number'
        window same as (partition by key order by row_no)
      ),
      by_number as (
        select row_no, min(head) as head, bool_and(
          case when kind = 'family' and head_kind = 'family' then true
            when key like 'branch_file %' then constituents.names_agree(name_key, head_name) or (name_key ~ '[a-z]') <> (head_name ~ '[a-z]')
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

  private final JdbcClient db;

  RowsAbove(JdbcClient db) {
    this.db = db;
  }

  /** Leaves them in {@code pg_temp.import_head}; needs {@code pg_temp.import_known}. */
  void find(ImportId id, MatchRules rules) {
    run(rules.into(db.sql(COLLECT_KEYS)).param("loose", hasLoose(id)), id);
    db.sql("analyze pg_temp.import_key").update();
    run(db.sql(KEEP_SHARED_KEYS), id);
    db.sql("analyze pg_temp.import_shared").update();
    run(db.sql(FIND_HEADS), id);
    db.sql("analyze pg_temp.import_head").update();
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

  private static void run(StatementSpec statement, ImportId id) {
    statement.param("import", id.value()).update();
  }
}
