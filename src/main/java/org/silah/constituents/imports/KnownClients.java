package org.silah.constituents.imports;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds for staged rows the client who is known already, by the rules and in the order of {@link Matching}. */
@Repository
class KnownClients {

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
          case when s.kind = 'family' and p.kind = 'family' then true
            when k.kind = 'branch_file' then constituents.names_agree(s.name_key, p.name_key) or (s.name_key ~ '[a-z]') <> (p.name_key ~ '[a-z]')
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
        select row_no, case when agreement > 0 and :by_phone then 2 else 5 end, agreement, file_number, case when agreement > 0 and :by_phone then party_id end,
          case when agreement > 0 and :by_phone then 'phone' end, case when agreement = 0 or not :by_phone then party_id end, null
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
        where :by_email and s.emails is not null and p.removed_at is null and p.import_id is distinct from :import
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

  KnownClients(JdbcClient db) {
    this.db = db;
  }

  /** Leaves them in {@code pg_temp.import_known}. */
  void find(ImportId id, MatchRules rules) {
    rules.into(db.sql(FIND_KNOWN)).param("import", id.value()).update();
    db.sql("analyze pg_temp.import_known").update();
  }

  /** @return the rows of those whose client became known since the preview; they are joined, or fail */
  List<Integer> matchAgain(ImportId id, MatchRules rules, int first, int last) {
    return rules.into(db.sql(MATCH_AGAIN))
        .param("import", id.value()).param("first", first).param("last", last)
        .query(Integer.class)
        .list();
  }
}
