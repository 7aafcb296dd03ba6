package org.silah.constituents.merging;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roles go over. A role that both hold began when the first of them took it. */
@Repository
@Order(3)
class MergedRoles implements MergeFollower {

  private static final String BEGINNINGS = """
      with before as (
        select k.id, k.started_on
        from constituents.party_role k
        join constituents.party_role g on g.party_id = :gone and g.role = k.role and g.ended_on is null and g.started_on < k.started_on
        where k.party_id = :kept and k.ended_on is null),
      changed as (
        update constituents.party_role k
        set started_on = g.started_on
        from constituents.party_role g
        where k.party_id = :kept and k.ended_on is null and g.party_id = :gone and g.role = k.role and g.ended_on is null and g.started_on < k.started_on
        returning k.id, k.started_on)
      insert into constituents.merge_row (merge_id, what, taken)
      values (:merge, 'role_start', coalesce((
        select jsonb_agg(jsonb_build_object('id', b.id, 'before', b.started_on, 'after', c.started_on))
        from before b
        join changed c on c.id = b.id), '[]'))
      """;

  private static final String ROLES = """
      with taken as (
        delete from constituents.party_role g
        where g.party_id = :gone and g.ended_on is null
          and exists (select 1 from constituents.party_role k where k.party_id = :kept and k.role = g.role and k.ended_on is null)
        returning g.*),
      moved as (
        update constituents.party_role g
        set party_id = :kept
        where g.party_id = :gone and (g.ended_on is not null
          or not exists (select 1 from constituents.party_role k where k.party_id = :kept and k.role = g.role and k.ended_on is null))
        returning g.id)
      insert into constituents.merge_row (merge_id, what, moved, taken)
      values (:merge, 'role', coalesce((select jsonb_agg(id) from moved), '[]'), coalesce((select jsonb_agg(to_jsonb(taken.*)) from taken), '[]'))
      """;

  private static final String BEGINNINGS_BACK = """
      update constituents.party_role k
      set started_on = (was ->> 'before')::date
      from constituents.merge_row r
      cross join lateral jsonb_array_elements(r.taken) was
      where r.merge_id = :merge and r.what = 'role_start' and k.id = (was ->> 'id')::uuid and k.started_on = (was ->> 'after')::date
      """;

  private static final String ROLES_BACK = """
      update constituents.party_role p
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'role' and p.party_id = :kept and r.moved @> to_jsonb(p.id)
      """;

  private static final String ROLES_TAKEN = """
      insert into constituents.party_role
      select t.*
      from constituents.merge_row r
      cross join lateral jsonb_populate_recordset(null::constituents.party_role, r.taken) t
      where r.merge_id = :merge and r.what = 'role'
      """;

  private final JdbcClient db;

  MergedRoles(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void follow(Merge merge) {
    merge.into(db.sql(BEGINNINGS)).update();
    merge.into(db.sql(ROLES)).update();
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(BEGINNINGS_BACK)).update();
    merge.into(db.sql(ROLES_BACK)).update();
    merge.into(db.sql(ROLES_TAKEN)).update();
  }
}
