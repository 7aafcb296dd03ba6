package org.silah.constituents.families;

import java.util.List;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.silah.constituents.merging.Merge;
import org.silah.constituents.merging.MergeFollower;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Memberships and ties go over. Of two times in one family that overlap the kept client's own stays, of two present ties of one kind with
 * the same client too; what the two were to each other nobody is to themselves. A household that could not be is refused, and with it the merge.
 */
@Repository
@Order(10)
class MergedFamilies implements MergeFollower {

  private static final String MEMBERS = """
      with taken as (
        delete from constituents.family_member g
        where :gone in (g.member_id, g.family_id) and exists (
          select 1
          from constituents.family_member k
          where k.member_id = case when g.member_id = :gone then :kept else g.member_id end
            and k.family_id = case when g.family_id = :gone then :kept else g.family_id end
            and daterange(k.since, k.until) && daterange(g.since, g.until))
        returning g.*),
      moved as (
        update constituents.family_member g
        set member_id = case when g.member_id = :gone then :kept else g.member_id end,
          family_id = case when g.family_id = :gone then :kept else g.family_id end
        where :gone in (g.member_id, g.family_id) and not exists (
          select 1
          from constituents.family_member k
          where k.member_id = case when g.member_id = :gone then :kept else g.member_id end
            and k.family_id = case when g.family_id = :gone then :kept else g.family_id end
            and daterange(k.since, k.until) && daterange(g.since, g.until))
        returning g.id)
      insert into constituents.merge_row (merge_id, what, moved, taken)
      values (:merge, 'member', coalesce((select jsonb_agg(id) from moved), '[]'), coalesce((select jsonb_agg(to_jsonb(taken.*)) from taken), '[]'))
      """;

  private static final String MEMBERS_BACK = """
      update constituents.family_member m
      set member_id = case when m.member_id = :kept then :gone else m.member_id end,
        family_id = case when m.family_id = :kept then :gone else m.family_id end
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'member' and r.moved @> to_jsonb(m.id)
      """;

  private static final String MEMBERS_TAKEN = """
      insert into constituents.family_member
      select t.*
      from constituents.merge_row r
      cross join lateral jsonb_populate_recordset(null::constituents.family_member, r.taken) t
      where r.merge_id = :merge and r.what = 'member'
      """;

  private static final String TIES = """
      with taken as (
        delete from constituents.tie g
        where (g.from_id = :gone and g.to_id = :kept or g.from_id = :kept and g.to_id = :gone)
          or :gone in (g.from_id, g.to_id) and g.ended is null and exists (
            select 1
            from constituents.tie k
            where k.ended is null and k.kind = g.kind and k.what is not distinct from g.what and :kept in (k.from_id, k.to_id)
              and case when g.from_id = :gone then g.to_id else g.from_id end in (k.from_id, k.to_id))
        returning g.*),
      moved as (
        update constituents.tie g
        set from_id = case when g.from_id = :gone then :kept else g.from_id end, to_id = case when g.to_id = :gone then :kept else g.to_id end
        where :gone in (g.from_id, g.to_id) and :kept not in (g.from_id, g.to_id) and (g.ended is not null or not exists (
          select 1
          from constituents.tie k
          where k.ended is null and k.kind = g.kind and k.what is not distinct from g.what and :kept in (k.from_id, k.to_id)
            and case when g.from_id = :gone then g.to_id else g.from_id end in (k.from_id, k.to_id)))
        returning g.id)
      insert into constituents.merge_row (merge_id, what, moved, taken)
      values (:merge, 'tie', coalesce((select jsonb_agg(id) from moved), '[]'), coalesce((select jsonb_agg(to_jsonb(taken.*)) from taken), '[]'))
      """;

  private static final String TIES_BACK = """
      update constituents.tie t
      set from_id = case when t.from_id = :kept then :gone else t.from_id end, to_id = case when t.to_id = :kept then :gone else t.to_id end
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'tie' and r.moved @> to_jsonb(t.id)
      """;

  private static final String TIES_TAKEN = """
      insert into constituents.tie
      select t.*
      from constituents.merge_row r
      cross join lateral jsonb_populate_recordset(null::constituents.tie, r.taken) t
      where r.merge_id = :merge and r.what = 'tie'
      """;

  private static final String HOUSEHOLD = """
      with moved as (
        update constituents.household h
        set family_id = :kept
        where h.family_id = :gone and not exists (select 1 from constituents.household k where k.family_id = :kept)
        returning h.family_id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'household', coalesce((select jsonb_agg(family_id) from moved), '[]'))
      """;

  private static final String HOUSEHOLD_BACK = """
      update constituents.household h
      set family_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'household' and h.family_id = :kept and r.moved <> '[]'
      """;

  /** Whoever is dead in one file is dead. */
  private static final String DEATH = """
      with died as (
        update constituents.party k
        set deceased = true, died_on = g.died_on, died_by = g.died_by
        from constituents.party g
        where k.id = :kept and g.id = :gone and g.deceased and not k.deceased
        returning k.id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'death', coalesce((select jsonb_agg(id) from died), '[]'))
      """;

  private static final String DEATH_BACK = """
      update constituents.party k
      set deceased = false, died_on = null, died_by = null
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'death' and k.id = :kept and r.moved @> to_jsonb(k.id)
      """;

  private final JdbcClient db;
  private final FamilyRules rules;

  MergedFamilies(JdbcClient db, FamilyRules rules) {
    this.db = db;
    this.rules = rules;
  }

  /** @throws HouseholdRule if somebody would be what nobody can be: a head beside a head, a wife of two */
  @Override
  public void follow(Merge merge) {
    merge.into(db.sql(DEATH)).update();
    merge.into(db.sql(MEMBERS)).update();
    merge.into(db.sql(TIES)).update();
    merge.into(db.sql(HOUSEHOLD)).update();
    rules.check(concerned(merge), List.of(merge.kept()));
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(HOUSEHOLD_BACK)).update();
    merge.into(db.sql(TIES_BACK)).update();
    merge.into(db.sql(TIES_TAKEN)).update();
    merge.into(db.sql(MEMBERS_BACK)).update();
    merge.into(db.sql(MEMBERS_TAKEN)).update();
    merge.into(db.sql(DEATH_BACK)).update();
  }

  private List<PartyId> concerned(Merge merge) {
    var families = db.sql("select distinct family_id from constituents.family_member where ? in (member_id, family_id)")
        .param(merge.kept().value())
        .query(UUID.class)
        .list();
    return families.stream().map(PartyId::new).toList();
  }
}
