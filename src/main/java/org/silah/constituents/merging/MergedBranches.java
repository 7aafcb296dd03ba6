package org.silah.constituents.merging;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whoever knew either of the two knows the one: branches that the gone client belonged or was known to go on seeing it. */
@Repository
@Order(5)
class MergedBranches implements MergeFollower {

  private static final String BRANCHES = """
      with taken as (
        delete from constituents.party_branch g
        where g.party_id = :gone and (
          exists (select 1 from constituents.party_branch k where k.party_id = :kept and k.branch_id = g.branch_id)
          or exists (select 1 from constituents.party k where k.id = :kept and k.home_branch_id = g.branch_id))
        returning g.*),
      moved as (
        update constituents.party_branch g
        set party_id = :kept
        where g.party_id = :gone and not exists (select 1 from constituents.party_branch k where k.party_id = :kept and k.branch_id = g.branch_id)
          and not exists (select 1 from constituents.party k where k.id = :kept and k.home_branch_id = g.branch_id)
        returning g.branch_id)
      insert into constituents.merge_row (merge_id, what, moved, taken)
      values (:merge, 'branch', coalesce((select jsonb_agg(branch_id) from moved), '[]'), coalesce((select jsonb_agg(to_jsonb(taken.*)) from taken), '[]'))
      """;

  /** The gone client's home, if the kept one's is another. */
  private static final String HOME = """
      with known as (
        insert into constituents.party_branch (party_id, branch_id, since, reason, recorded_at, recorded_by)
        select :kept, g.home_branch_id, cast(:at as timestamptz)::date, 'merge', :at, :by
        from constituents.party g
        join constituents.party k on k.id = :kept and k.home_branch_id <> g.home_branch_id
        where g.id = :gone
        on conflict do nothing
        returning branch_id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'branch_known', coalesce((select jsonb_agg(branch_id) from known), '[]'))
      """;

  private static final String BRANCHES_BACK = """
      update constituents.party_branch p
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'branch' and p.party_id = :kept and r.moved @> to_jsonb(p.branch_id)
      """;

  private static final String BRANCHES_TAKEN = """
      insert into constituents.party_branch
      select t.*
      from constituents.merge_row r
      cross join lateral jsonb_populate_recordset(null::constituents.party_branch, r.taken) t
      where r.merge_id = :merge and r.what = 'branch'
      on conflict do nothing
      """;

  private static final String HOME_BACK = """
      delete from constituents.party_branch p
      using constituents.merge_row r
      where r.merge_id = :merge and r.what = 'branch_known' and p.party_id = :kept and r.moved @> to_jsonb(p.branch_id)
      """;

  private static final String SEEN = """
      update constituents.party p
      set seen_by = array(
        select p.home_branch_id
        union
        select b.branch_id from constituents.party_branch b where b.party_id = p.id and b.until is null)
      where p.id in (:kept, :gone) and :merge::uuid is not null
      """;

  private final JdbcClient db;

  MergedBranches(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void follow(Merge merge) {
    merge.into(db.sql(BRANCHES)).update();
    merge.into(db.sql(HOME)).param("at", merge.timestamp()).param("by", merge.by()).update();
    merge.into(db.sql(SEEN)).update();
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(HOME_BACK)).update();
    merge.into(db.sql(BRANCHES_BACK)).update();
    merge.into(db.sql(BRANCHES_TAKEN)).update();
    merge.into(db.sql(SEEN)).update();
  }
}
