package org.silah.constituents.families;

import java.util.Arrays;
import java.util.stream.Stream;
import org.silah.constituents.ClientKind;
import org.silah.constituents.imports.ImportKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Rows of relations that cannot be, or are already: the rules of {@link TieWork}, judged of each row before it is written, against the ties
 * there are and the rows of the list. Reads ties, and writes only what becomes of rows.
 */
@Repository
class MistakenTies {

  private static final String DUE = """
      due as materialized (
        select *
        from constituents.due_tie
        where import_id = :import and due_row between :first and :last
      )
      """;

  private static final String JUDGE = "with " + DUE + """
      , told as materialized (
        select d.row_no, d.kind, d.what, d.from_id, d.to_id, d.until, d.outcome, d.other_failed or d.found_id is null or num_nonnulls(a.removed_at, b.removed_at) > 0 as other_failed, d.kind || ' ' || coalesce(d.what, '') as bond,
          least(d.from_id, d.to_id) as one, greatest(d.from_id, d.to_id) as other,
          coalesce(a.kind, x.kind) as from_kind, coalesce(b.kind, y.kind) as to_kind, coalesce(a.gender, x.gender) as from_gender, coalesce(b.gender, y.gender) as to_gender
        from due d
        left join constituents.import_staged s on s.import_id = :import and s.row_no = d.row_no
        left join constituents.import_staged o on o.import_id = :import and o.row_no = d.other_row
        left join constituents.party a on a.id = d.from_id
        left join constituents.party b on b.id = d.to_id
        left join lateral (select case when d.first then s.kind else o.kind end as kind, case when d.first then s.gender else o.gender end as gender) x on true
        left join lateral (select case when d.first then o.kind else s.kind end as kind, case when d.first then o.gender else s.gender end as gender) y on true
      ),
      flaw as (
        select row_no, 1 as weight, 'failed' as outcome, 'other_failed' as reason
        from told
        where other_failed
        union all
        select row_no, 2, 'failed', 'tie_oneself'
        from told
        where from_id = to_id
        union all
        select row_no, 3, 'failed', 'tie_kinds'
        from told
        where not (kind || ' ' || from_kind = any (:firsts) and kind || ' ' || to_kind = any (:seconds))
        union all
        select t.row_no, 4, 'skipped', 'tied_before'
        from told t
        join constituents.tie i on i.from_id in (t.from_id, t.to_id) and i.to_id in (t.from_id, t.to_id)
          and i.kind = t.kind and i.what is not distinct from t.what and i.until is not distinct from t.until
          and (i.from_id = t.from_id and i.to_id = t.to_id or t.bond = any (:mutual) and i.from_id = t.to_id and i.to_id = t.from_id)
        where i.ended is distinct from 'mistake'
        union all
        select t.row_no, 4, 'skipped', 'tied_above'
        from told t
        join told i on i.one = t.one and i.other = t.other and i.bond = t.bond and i.until is not distinct from t.until and i.row_no < t.row_no
          and (i.from_id = t.from_id and i.to_id = t.to_id or t.bond = any (:mutual) and i.from_id = t.to_id and i.to_id = t.from_id)
        union all
        select t.row_no, 5, 'failed', 'tie_contradicts'
        from told t
        join constituents.tie i on i.from_id in (t.from_id, t.to_id) and i.to_id in (t.from_id, t.to_id) and i.ended is null
        where t.until is null and i.from_id <> i.to_id and (i.kind = t.kind and i.what is not distinct from t.what or i.what = any (:near) and t.what = any (:near))
        union all
        select t.row_no, 5, 'failed', 'tie_contradicts'
        from told t
        join told i on i.one = t.one and i.other = t.other and i.row_no < t.row_no
        where t.until is null and i.until is null and (i.bond = t.bond or i.what = any (:near) and t.what = any (:near))
        union all
        select row_no, 7, 'failed', 'same_sex'
        from told
        where what = 'spouse' and from_gender = to_gender
        union all
        select w.row_no, 8, 'failed', case when w.gender = 'female' then 'husbands' else 'wives' end
        from (
          select t.row_no, e.id, e.gender, row_number() over (partition by e.id order by t.row_no) as place
          from told t
          cross join lateral (values (t.from_id, t.from_gender, t.to_id), (t.to_id, t.to_gender, t.from_id)) as e (id, gender, spouse)
          where t.what = 'spouse' and t.until is null and not exists (
            select 1
            from constituents.family_member m
            join constituents.family_member o on o.family_id = m.family_id and o.member_id = e.spouse and o.ended is null
            where m.member_id = e.id and m.ended is null and m.position in ('head', 'spouse') and o.position in ('head', 'spouse'))) w
        where w.place + (
          select count(*)
          from (
            select o.member_id as id
            from constituents.family_member m
            join constituents.family_member o on o.family_id = m.family_id and o.ended is null and o.member_id <> m.member_id
            where m.member_id = w.id and m.ended is null and (m.position = 'head' and o.position = 'spouse' or m.position = 'spouse' and o.position = 'head')
            union
            select case when i.from_id = w.id then i.to_id else i.from_id end
            from constituents.tie i
            where w.id in (i.from_id, i.to_id) and i.what = 'spouse' and i.ended is null) spouse) > case when w.gender = 'female' then 1 else :wives end
      ),
      first_flaw as (
        select distinct on (row_no) row_no, outcome, reason
        from flaw
        order by row_no, weight
      )
      update constituents.import_row r
      set outcome = case when r.row_no < :first then r.outcome else w.outcome end,
        reason = case when r.row_no < :first then 'untied' else w.reason end,
        party_id = case when r.row_no < :first or w.outcome = 'skipped' then r.party_id end,
        of_row = case when r.row_no < :first then r.of_row end
      from first_flaw w
      where r.import_id = :import and r.row_no = w.row_no and (w.outcome = 'failed' or r.outcome in ('joined', 'repeats'))
      """;

  /** Among the rows that are left. */
  private static final String CIRCLES = "with recursive " + DUE + """
      , told as materialized (
        select row_no, from_id, to_id
        from due
        where what in ('parent', 'grandparent')
      ),
      descent as materialized (
        select from_id, to_id
        from told
        union
        select from_id, to_id
        from constituents.tie
        where what in ('parent', 'grandparent') and ended is distinct from 'mistake' and exists (select 1 from told)
      ),
      below (start, id) as (
        select from_id, to_id
        from told
        union
        select l.start, e.to_id
        from below l
        join descent e on e.from_id = l.id
        where l.id <> l.start
      )
      update constituents.import_row r
      set outcome = case when r.row_no < :first then r.outcome else 'failed' end,
        reason = case when r.row_no < :first then 'untied' else 'tie_circle' end,
        party_id = case when r.row_no < :first then r.party_id end,
        of_row = case when r.row_no < :first then r.of_row end
      from told t
      join below l on l.start = t.from_id and l.id = t.from_id
      where r.import_id = :import and r.row_no = t.row_no
      """;

  private final JdbcClient db;

  MistakenTies(JdbcClient db) {
    this.db = db;
  }

  /**
   * Rows that say again what is known are skipped. A row whose client was written with an earlier chunk stays, without the tie.
   *
   * @return how many rows do not go through as they were to
   */
  int fail(ImportKind.Rows rows) {
    int failed = of(rows, db.sql(JUDGE)).param("wives", FamilyRules.WIVES)
        .param("firsts", kinds(TieKind::suitsFirst)).param("seconds", kinds(TieKind::suitsSecond))
        .param("mutual", Arrays.stream(Bond.values()).filter(Bond::mutual).map(MistakenTies::words).toArray(String[]::new))
        .param("near", Bond.NEAR.stream().map(Bond::code).toArray(String[]::new))
        .update();
    return failed + of(rows, db.sql(CIRCLES)).update();
  }

  private static StatementSpec of(ImportKind.Rows rows, StatementSpec statement) {
    return statement.param("import", rows.id().value()).param("first", rows.first()).param("last", rows.last());
  }

  private static String words(Bond bond) {
    return bond.kind().code() + " " + (bond.what() == null ? "" : bond.what());
  }

  private static String[] kinds(java.util.function.BiPredicate<TieKind, ClientKind> suits) {
    return Arrays.stream(TieKind.values())
        .flatMap(kind -> Stream.of(ClientKind.values()).filter(client -> suits.test(kind, client)).map(client -> kind.code() + " " + client.code()))
        .toArray(String[]::new);
  }
}
