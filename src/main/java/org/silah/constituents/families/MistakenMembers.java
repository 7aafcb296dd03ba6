package org.silah.constituents.families;

import org.silah.constituents.imports.ImportKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Members of lists that cannot be: the rules of {@link FamilyRules}, judged of each row before it is written, against the families there are
 * and the rows above, so that one who breaks them fails alone. Reads families, and writes only what becomes of rows.
 */
@Repository
class MistakenMembers {

  private static final String LIVE = """
      live as materialized (
        select *
        from constituents.live_member
        where import_id = :import and row_no between :first and :last and client_row between :first and :last
      )
      """;

  private static final String FAIL = "with " + LIVE + """
      , told as materialized (
        select l.*, coalesce(p.gender, s.gender) as gender, coalesce(p.birth_on, s.birth_on) as birth_on, coalesce(p.deceased, false) as deceased,
          coalesce(p.kind, s.kind) as kind, coalesce(f.kind, 'family') as family_kind
        from live l
        join constituents.import_staged s on s.import_id = :import and s.row_no = l.row_no
        left join constituents.party p on p.id = l.member_id
        left join constituents.party f on f.id = l.family_id
      ),
      head as (
        select distinct on (family_id) family_id, member_id, gender, row_no
        from (
          select x.family_id, x.member_id, p.gender, 0 as row_no
          from constituents.family_member x
          join constituents.party p on p.id = x.member_id
          where x.family_id in (select family_id from told) and x.position = 'head' and x.ended is null
          union all
          select family_id, member_id, gender, row_no
          from told
          where position = 'head') one
        order by family_id, row_no
      ),
      home as (
        select member_id, family_id, gender, min(row_no) as row_no, row_number() over (partition by member_id order by min(row_no)) as place
        from told t
        where position in ('head', 'spouse') and not exists (
          select 1
          from constituents.family_member x
          where x.member_id = t.member_id and x.family_id = t.family_id and x.ended is null)
        group by member_id, family_id, gender
      ),
      beside as (
        select t.row_no, t.position, first_value(t.position) over (partition by t.family_id, t.member_id order by t.row_no) as first_position
        from told t
      ),
      wed as (
        select family_id, member_id, min(row_no) as row_no
        from told
        where position = 'spouse'
        group by family_id, member_id
      ),
      flaw as (
        select row_no, 1 as weight, 'not_a_family' as reason
        from told
        where family_kind <> 'family'
        union all
        select row_no, 2, 'not_a_person'
        from told
        where kind <> 'person'
        union all
        select t.row_no, 3, 'two_heads'
        from told t
        join head h on h.family_id = t.family_id
        where t.position = 'head' and h.member_id <> t.member_id
        union all
        select t.row_no, 4, 'former_head'
        from told t
        join constituents.family_member x on x.family_id = t.family_id and x.position = 'head' and x.ended is not null
        where t.position = 'head' and x.member_id <> t.member_id and daterange(x.since, x.until) && daterange(t.since, null)
        union all
        select t.row_no, 5, case when x.ended is null then 'present_otherwise' else 'left_before' end
        from told t
        join constituents.family_member x on x.family_id = t.family_id and x.member_id = t.member_id
        where x.ended is null and x.position <> t.position or x.ended is not null and daterange(x.since, x.until) && daterange(t.since, null)
          and not exists (
            select 1
            from constituents.family_member y
            where y.family_id = x.family_id and y.member_id = x.member_id and y.ended is null)
        union all
        select row_no, 6, 'present_otherwise'
        from beside
        where position <> first_position
        union all
        select t.row_no, 7, 'deceased'
        from told t
        where t.deceased and not exists (
          select 1
          from constituents.family_member x
          where x.family_id = t.family_id and x.member_id = t.member_id and x.position = t.position)
        union all
        select row_no, 8, 'unborn'
        from told
        where since < birth_on
        union all
        select h.row_no, 9, case when h.gender = 'female' then 'two_homes' else 'homes' end
        from home h
        where h.place + (
          select count(*)
          from constituents.family_member x
          where x.member_id = h.member_id and x.ended is null and x.position in ('head', 'spouse')) > case when h.gender = 'female' then 1 else :wives end
        union all
        select w.row_no, 11, case when h.gender = 'female' then 'husbands' else 'wives' end
        from (
          select row_no, family_id, member_id, row_number() over (partition by family_id order by row_no) as place
          from wed
          where not exists (
            select 1
            from constituents.family_member x
            where x.family_id = wed.family_id and x.member_id = wed.member_id and x.ended is null)) w
        join head h on h.family_id = w.family_id
        where w.place + (
          select count(*)
          from (
            select x.member_id
            from constituents.family_member x
            where x.family_id = w.family_id and x.position = 'spouse' and x.ended is null
            union
            select case when i.from_id = h.member_id then i.to_id else i.from_id end
            from constituents.tie i
            where h.member_id in (i.from_id, i.to_id) and i.kind = 'kin' and i.what = 'spouse' and i.ended is null) spouse
          where spouse.member_id <> w.member_id) > case when h.gender = 'female' then 1 else :wives end
        union all
        select t.row_no, 12, 'same_sex'
        from told t
        join head h on h.family_id = t.family_id
        where t.position = 'spouse' and t.gender = h.gender
      ),
      first_flaw as (
        select distinct on (row_no) row_no, reason
        from flaw
        order by row_no, weight
      )
      update constituents.import_row r
      set outcome = 'failed', reason = w.reason, party_id = null, of_row = null, other_id = null
      from first_flaw w
      where r.import_id = :import and r.row_no = w.row_no
      """;

  private final JdbcClient db;

  MistakenMembers(JdbcClient db) {
    this.db = db;
  }

  /** @return how many there are */
  int fail(ImportKind.Rows rows) {
    return db.sql(FAIL)
        .param("import", rows.id().value()).param("first", rows.first()).param("last", rows.last()).param("wives", FamilyRules.WIVES)
        .update();
  }
}
