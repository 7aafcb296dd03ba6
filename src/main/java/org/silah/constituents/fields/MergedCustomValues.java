package org.silah.constituents.fields;

import org.silah.constituents.merging.Merge;
import org.silah.constituents.merging.MergeFollower;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Values of custom fields go over, former ones too. Where both clients have a present one, the kept client's own stays present; of several choices
 * both clients' are. Who is named by a value is not followed: the way from the gone client to the kept one is gone when it is shown.
 */
@Repository
@Order(5)
class MergedCustomValues implements MergeFollower {

  private static final String SUPERSEDED = """
      with superseded as (
        update constituents.custom_value g
        set superseded_at = :at
        where g.party_id = :gone and g.superseded_at is null
          and exists (
            select 1
            from constituents.custom_value k
            where k.party_id = :kept and k.field_id = g.field_id and k.superseded_at is null
              and (g.type <> 'choices' or k.option_id = g.option_id))
        returning g.id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'custom_superseded', coalesce((select jsonb_agg(id) from superseded), '[]'))
      """;

  private static final String VALUES = """
      with moved as (
        update constituents.custom_value set party_id = :kept where party_id = :gone returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'custom', coalesce((select jsonb_agg(id) from moved), '[]'))
      """;

  private static final String VALUES_BACK = """
      update constituents.custom_value v
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'custom' and v.party_id = :kept and r.moved @> to_jsonb(v.id)
      """;

  /** Present again, unless something newer was learnt since. */
  private static final String PRESENT_AGAIN = """
      update constituents.custom_value v
      set superseded_at = null
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'custom_superseded' and r.moved @> to_jsonb(v.id) and v.party_id = :gone
        and not exists (
          select 1
          from constituents.custom_value n
          where n.party_id = :gone and n.field_id = v.field_id and n.superseded_at is null and (v.type <> 'choices' or n.option_id = v.option_id))
      """;

  private final JdbcClient db;

  MergedCustomValues(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void follow(Merge merge) {
    merge.into(db.sql(SUPERSEDED)).param("at", java.sql.Timestamp.from(merge.at())).update();
    merge.into(db.sql(VALUES)).update();
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(VALUES_BACK)).update();
    merge.into(db.sql(PRESENT_AGAIN)).update();
  }
}
