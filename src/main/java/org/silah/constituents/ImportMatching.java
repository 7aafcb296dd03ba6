package org.silah.constituents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds for every staged row the client it is about, in a few statements for the whole file. In this order: a number (of an
 * identity, or the branch's own), a phone whose holder's name agrees, an e-mail with the same name, and for rows that have
 * none of these the very same row of an earlier import; each first among the known clients, then among the rows above.
 * What comes out does not depend on how the work is cut into chunks. A phone that more than twenty have is nobody's: then only
 * the same name counts.
 */
@Repository
class ImportMatching {

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
        where p.removed_at is null and p.import_id is distinct from :import
      ),
      by_number as (
        select row_no, (array_agg(party_id order by party_id))[1] as party_id, count(distinct party_id) as clients, bool_and(fits) as fits
        from holder
        group by row_no
      ),
      crowded as materialized (
        select e164
        from constituents.phone
        where e164 in (select unnest(phones) from staged)
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
        where p.removed_at is null and p.import_id is distinct from :import and n.e164 not in (select e164 from crowded)
        union all
        select s.row_no, p.id, p.file_number, 2, s.official
        from staged s
        cross join lateral unnest(s.phones) as n (e164)
        join constituents.phone k on k.e164 = n.e164
        join constituents.party p on p.id = k.party_id and p.name_key = s.name_key
        where p.removed_at is null and p.import_id is distinct from :import and n.e164 in (select e164 from crowded)
      ),
      by_phone as (
        select distinct on (row_no) row_no, party_id, agreement
        from (
          select c.row_no, c.party_id, c.file_number,
            case when c.agreement = 0 or c.official is null or not exists (
                select 1
                from constituents.identity i
                where i.party_id = c.party_id and i.kind = split_part(c.official, ' ', 1) and i.issuer = split_part(c.official, ' ', 2)
                  and i.number <> split_part(c.official, ' ', 3))
              then c.agreement else 0 end as agreement
          from caller c) judged
        order by row_no, agreement desc, file_number
      ),
      by_email as (
        select distinct on (s.row_no) s.row_no, p.id as party_id
        from staged s
        cross join lateral unnest(s.emails) as a (address)
        join constituents.email e on lower(e.address) = lower(a.address)
        join constituents.party p on p.id = e.party_id and p.name_key = s.name_key
        where p.removed_at is null and p.import_id is distinct from :import
          and (s.official is null or not exists (
            select 1
            from constituents.identity i
            where i.party_id = p.id and i.kind = split_part(s.official, ' ', 1) and i.issuer = split_part(s.official, ' ', 2)
              and i.number <> split_part(s.official, ' ', 3)))
        order by s.row_no, p.file_number
      ),
      known as materialized (
        select s.row_no,
          case when n.clients > 1 then 'numbers_of_several' when not n.fits then 'number_of_another' end as mistake,
          case when n.row_no is not null then n.party_id when c.agreement > 0 then c.party_id when m.row_no is not null then m.party_id
            else b.party_id end as party_id,
          case when n.row_no is not null then 'number' when c.agreement > 0 then 'phone' when m.row_no is not null then 'email'
            when b.party_id is not null then 'before' end as reason,
          case when c.agreement = 0 then c.party_id end as other_id
        from staged s
        left join by_number n on n.row_no = s.row_no
        left join by_phone c on c.row_no = s.row_no
        left join by_email m on m.row_no = s.row_no
        left join (
          select a.alike, a.party_id
          from constituents.import_alike a
          join constituents.party p on p.id = a.party_id
          where p.removed_at is null and p.import_id is distinct from :import) b on b.alike = s.alike
      )
      """;

  private static final String MATCH = WITH_ALL + KNOWN + """
      ,
      loose as materialized (
        select s.row_no, s.name_key, s.phones, s.emails, s.identity_kinds, s.identity_issuers, s.identity_numbers, s.official, s.alike
        from staged s
        join known k on k.row_no = s.row_no
        where k.party_id is null and k.mistake is null
      ),
      -- rows that name the same number, each with the first of them
      numbered as (
        select s.row_no, k.kind, s.name_key, first_value(s.row_no) over same as head, first_value(s.name_key) over same as head_name
        from staged s
        join known f on f.row_no = s.row_no and f.mistake is null
        cross join lateral unnest(s.identity_kinds, s.identity_issuers, s.identity_numbers) as k (kind, issuer, number)
        where (k.number, k.kind, k.issuer) in (
          select u.number, u.kind, u.issuer
          from loose l
          cross join lateral unnest(l.identity_kinds, l.identity_issuers, l.identity_numbers) as u (kind, issuer, number))
        window same as (partition by k.number, k.kind, k.issuer order by s.row_no)
      ),
      number_head as (
        select row_no, min(head) as head, bool_and(
          case when kind = 'branch_file' then constituents.names_agree(name_key, head_name) or (name_key ~ '[a-z]') <> (head_name ~ '[a-z]')
            else constituents.names_meet(name_key, head_name) end) as fits
        from numbered
        where head < row_no
        group by row_no
      ),
      -- rows that name the same phone, by name; each name with the first row that has it
      called as materialized (
        select s.row_no, n.e164, s.name_key, s.official, first_value(s.row_no) over same as head, first_value(s.official) over same as head_official
        from staged s
        join known f on f.row_no = s.row_no and f.mistake is null
        cross join lateral unnest(s.phones) as n (e164)
        where n.e164 in (select unnest(l.phones) from loose l)
        window same as (partition by n.e164, s.name_key order by s.row_no)
      ),
      called_name as materialized (
        select e164, name_key, head, head_official, count(*) over (partition by e164) as names
        from called
        where row_no = head
      ),
      called_kin as (
        select b.e164, b.name_key, min(a.head) as head
        from called_name a
        join called_name b on b.e164 = a.e164 and a.head < b.head
        where a.names between 2 and 20
          and constituents.names_agree(a.name_key, b.name_key)
          and (a.head_official is null or b.head_official is null or a.head_official = b.head_official
            or split_part(a.head_official, ' ', 1) <> split_part(b.head_official, ' ', 1))
        group by b.e164, b.name_key
      ),
      phone_head as (
        select c.row_no, min(case
            when k.head is not null then k.head
            when c.head < c.row_no and (c.official is null or c.head_official is null or c.official = c.head_official
              or split_part(c.official, ' ', 1) <> split_part(c.head_official, ' ', 1)) then c.head end) as head
        from called c
        left join called_kin k on k.e164 = c.e164 and k.name_key = c.name_key
        group by c.row_no
      ),
      phone_shared as (
        select c.row_no, min(a.head) as head
        from called_name c0
        join called c on c.e164 = c0.e164 and c.name_key = c0.name_key and c.row_no = c.head
        join called_name a on a.e164 = c.e164 and a.head < c.row_no
        where c0.names between 2 and 20
        group by c.row_no
      ),
      mailed as (
        select s.row_no, s.official, first_value(s.row_no) over same as head, first_value(s.official) over same as head_official
        from staged s
        join known f on f.row_no = s.row_no and f.mistake is null
        cross join lateral unnest(s.emails) as a (address)
        where lower(a.address) in (select lower(u) from loose l cross join lateral unnest(l.emails) u)
        window same as (partition by lower(a.address), s.name_key order by s.row_no)
      ),
      mail_head as (
        select row_no, min(head) as head
        from mailed
        where head < row_no and (official is null or head_official is null or official = head_official
          or split_part(official, ' ', 1) <> split_part(head_official, ' ', 1))
        group by row_no
      ),
      alike_head as (
        select row_no, min(row_no) over (partition by alike) as head
        from loose
        where alike is not null
      ),
      head as materialized (
        select l.row_no,
          case when n.fits is false then null when n.head is not null then n.head when p.head is not null then p.head
            when m.head is not null then m.head when a.head < l.row_no then a.head end as of_row,
          case when n.fits is false then n.head end as another,
          s.head as shared
        from loose l
        left join number_head n on n.row_no = l.row_no
        left join phone_head p on p.row_no = l.row_no
        left join phone_shared s on s.row_no = l.row_no
        left join mail_head m on m.row_no = l.row_no
        left join alike_head a on a.row_no = l.row_no
      ),
      made as materialized (
        select row_no, uuidv7() as party_id
        from head
        where of_row is null and another is null
        order by row_no
      )
      insert into constituents.import_row (import_id, row_no, outcome, reason, party_id, of_row, other_id)
      select :import, k.row_no,
        case when k.mistake is not null or h.another is not null then 'failed' when k.party_id is not null then 'joined'
          when h.of_row is not null then 'repeats' else 'new' end,
        case when k.mistake is not null then k.mistake when h.another is not null then 'number_of_row' when k.party_id is not null then k.reason
          when h.of_row is null and (k.other_id is not null or h.shared is not null) then 'shares_phone' end,
        case when k.mistake is null then coalesce(k.party_id, m.party_id, first.party_id) end,
        coalesce(h.of_row, h.another, case when k.other_id is null then h.shared end),
        case when k.mistake is not null then k.party_id when k.party_id is null and h.of_row is null then k.other_id end
      from known k
      left join head h on h.row_no = k.row_no
      left join made m on m.row_no = coalesce(h.of_row, h.row_no)
      left join known first on first.row_no = h.of_row and first.mistake is null
      order by k.row_no
      """;

  private static final String MATCH_AGAIN = WITH_NEW + KNOWN + """
      update constituents.import_row r
      set outcome = case when k.mistake is null then 'joined' else 'failed' end,
        reason = coalesce(k.mistake, k.reason),
        party_id = case when k.mistake is null then k.party_id end,
        other_id = case when k.mistake is not null then k.party_id end
      from known k
      where r.import_id = :import and r.row_no = k.row_no and (k.party_id is not null or k.mistake is not null)
      returning r.row_no
      """;

  private final JdbcClient db;

  ImportMatching(JdbcClient db) {
    this.db = db;
  }

  /** Writes what would become of every staged row. */
  void match(ImportId id) {
    db.sql("select constituents.analyse_import()").query((_, _) -> 0).list();
    db.sql(MATCH).param("import", id.value()).update();
    settle(id);
    if (failDisagreeing(id) > 0) {
      settle(id);
    }
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
    return db.sql("""
        with claimed as (
          select s.row_no, r.party_id, first_value(r.party_id) over same as holder, first_value(s.row_no) over same as head
          from constituents.import_staged s
          join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
          cross join lateral unnest(s.identity_kinds, s.identity_issuers, s.identity_numbers) as k (kind, issuer, number)
          where s.import_id = :import and r.import_id = :import and r.outcome in ('new', 'joined', 'repeats')
            and (k.number, k.kind, k.issuer) in (
              select u.number, u.kind, u.issuer
              from constituents.import_staged t
              cross join lateral unnest(t.identity_kinds, t.identity_issuers, t.identity_numbers) as u (kind, issuer, number)
              where t.import_id = :import and cardinality(t.identity_numbers) > 1)
          window same as (partition by k.number, k.kind, k.issuer order by s.row_no)
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
        where r.import_id = :import and r.row_no = d.row_no""")
        .param("import", id.value())
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
