package org.silah.constituents.families;

import org.silah.access.Sights;
import org.silah.constituents.imports.ImportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Finds whom the rows of a list of relations mean by the other: by a number, or else a phone, or else the whole name, among the clients in
 * sight and those that the list itself brings, wherever in it. Where several are meant, nobody is.
 */
@Repository
class FoundOthers {

  private static final String COLLECT = """
      create temporary table tie_other on commit drop as
      with asked as (
        select row_no, other_number, case when other_number is null then other_phone end as other_phone,
          case when other_number is null and other_phone is null then other_key end as other_key
        from constituents.staged_tie
        where import_id = :import
      ),
      inside as (
        select r.row_no as other_row, r.party_id, r.outcome, s.name_key, s.phones, s.identity_kinds, s.identity_numbers
        from constituents.import_staged s
        join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
        where s.import_id = :import and r.import_id = :import and r.outcome in ('new', 'joined', 'repeats')
      )
      select a.row_no, case when i.kind = 'branch_file' then 2 else 1 end as rank, p.id as party_id, p.name_key
      from asked a
      join constituents.identity i on i.number = a.other_number
      join constituents.party p on p.id = i.party_id
      where p.removed_at is null and (:whole or p.seen_by && :sight::uuid[])
      union all
      select a.row_no, 3, p.id, p.name_key
      from asked a
      join constituents.party p on p.file_number = case when a.other_number ~ '^[0-9]{1,15}$' then a.other_number::bigint end
      where p.removed_at is null and (:whole or p.seen_by && :sight::uuid[])
      union all
      select a.row_no, case when k.kind = 'branch_file' then 2 else 1 end, n.party_id, n.name_key
      from inside n
      cross join lateral unnest(n.identity_kinds, n.identity_numbers) as k (kind, number)
      join asked a on a.other_number = k.number
      union all
      select a.row_no, 1, p.id, p.name_key
      from asked a
      join constituents.phone h on h.e164 = a.other_phone
      join constituents.party p on p.id = h.party_id
      where p.removed_at is null and (:whole or p.seen_by && :sight::uuid[])
      union all
      select a.row_no, 1, n.party_id, n.name_key
      from inside n
      cross join lateral unnest(n.phones) as h (e164)
      join asked a on a.other_phone = h.e164
      union all
      select a.row_no, 1, p.id, p.name_key
      from asked a
      join constituents.party p on p.name_key = a.other_key
      where p.removed_at is null and (:whole or p.seen_by && :sight::uuid[])
      union all
      select a.row_no, 1, n.party_id, n.name_key
      from inside n
      join asked a on a.other_key = n.name_key
      """;

  private static final String WRITE = """
      with best as (
        select o.row_no, o.party_id, bool_or(o.name_key = t.other_key) as named, bool_or(t.other_key is null or constituents.names_meet(o.name_key, t.other_key)) as meets
        from pg_temp.tie_other o
        join constituents.staged_tie t on t.import_id = :import and t.row_no = o.row_no
        where o.rank = (select min(b.rank) from pg_temp.tie_other b where b.row_no = o.row_no)
        group by o.row_no, o.party_id
      ),
      counted as (
        select b.*, count(*) over (partition by b.row_no) as all_of_them, count(*) filter (where named) over (partition by b.row_no) as of_the_name
        from best b
      ),
      chosen as (
        select row_no, party_id, meets
        from counted
        where all_of_them = 1 or of_the_name = 1 and named
      ),
      maker as (
        select party_id, min(row_no) as row_no
        from constituents.import_row
        where import_id = :import and outcome = 'new'
        group by party_id
      )
      update constituents.staged_tie t
      set other_id = case when c.meets then c.party_id end, other_row = case when c.meets then m.row_no end
      from chosen c
      left join maker m on m.party_id = c.party_id
      where t.import_id = :import and t.row_no = c.row_no
      """;

  private static final String FAIL = """
      update constituents.import_row r
      set outcome = 'failed', party_id = null, of_row = null, other_id = null,
        reason = case when not exists (select 1 from pg_temp.tie_other o where o.row_no = r.row_no) then 'other_unknown'
          when (select count(distinct o.party_id) from pg_temp.tie_other o where o.row_no = r.row_no) = 1 then 'other_named_otherwise'
          else 'other_several' end
      from constituents.staged_tie t
      where t.import_id = :import and t.other_id is null and r.import_id = :import and r.row_no = t.row_no and r.outcome in ('new', 'joined', 'repeats')
      """;

  private final JdbcClient db;
  private final Sights sights;

  FoundOthers(JdbcClient db, Sights sights) {
    this.db = db;
    this.sights = sights;
  }

  /** In the transaction in which the rows were matched. A row whose other is not found fails, saying so. */
  void find(ImportId id) {
    var sight = sights.current();
    run(db.sql(COLLECT).param("whole", sight.isWhole()).param("sight", sight.array()), id);
    db.sql("create index on pg_temp.tie_other (row_no)").update();
    db.sql("analyze pg_temp.tie_other").update();
    run(db.sql(WRITE), id);
    run(db.sql(FAIL), id);
  }

  private static void run(StatementSpec statement, ImportId id) {
    statement.param("import", id.value()).update();
  }
}
