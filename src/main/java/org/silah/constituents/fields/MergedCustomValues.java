package org.silah.constituents.fields;

import org.silah.constituents.merging.Merge;
import org.silah.constituents.merging.MergeFollower;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Values of custom fields go over, former ones too. Of two present ones stays present which was chosen; of several choices both clients' are. Who is
 * named by a value is not followed: the way from the gone client to the kept one is gone when it is shown.
 */
@Repository
@Order(5)
class MergedCustomValues implements MergeFollower {

  private static final String SUPERSEDED = """
      with doubled as (
        select case when c.code is null then g.id else k.id end as id
        from constituents.custom_value g
        join constituents.custom_value k on k.party_id = :kept and k.field_id = g.field_id and k.superseded_at is null
          and (g.type <> 'choices' or k.option_id = g.option_id)
        left join constituents.custom_field c on c.id = g.field_id and g.type <> 'choices' and :prefix || c.code = any (:theirs)
        where g.party_id = :gone and g.superseded_at is null),
      superseded as (
        update constituents.custom_value v
        set superseded_at = :at
        from doubled d
        where v.id = d.id
        returning v.id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'custom_superseded', coalesce((select jsonb_agg(id) from superseded), '[]'))
      """;

  private static final String VALUES = """
      with moved as (
        update constituents.custom_value set party_id = :kept where party_id = :gone returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'custom', coalesce((select jsonb_agg(id) from moved), '[]'))
      """;

  /** What was present when the two became one is so again, whatever took its place at the kept client since. */
  private static final String VALUES_BACK = """
      update constituents.custom_value v
      set party_id = :gone, superseded_at = case when v.superseded_at <= :at then v.superseded_at end
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'custom' and v.party_id = :kept and r.moved @> to_jsonb(v.id)
      """;

  /** Present again, unless something newer was learnt since. */
  private static final String PRESENT_AGAIN = """
      update constituents.custom_value v
      set superseded_at = null
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'custom_superseded' and r.moved @> to_jsonb(v.id)
        and not exists (
          select 1
          from constituents.custom_value n
          where n.party_id = v.party_id and n.field_id = v.field_id and n.superseded_at is null and (v.type <> 'choices' or n.option_id = v.option_id))
      """;

  private final JdbcClient db;

  MergedCustomValues(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void follow(Merge merge) {
    merge.into(db.sql(SUPERSEDED)).param("at", merge.timestamp()).param("theirs", merge.codes()).param("prefix", CustomField.PREFIX).update();
    merge.into(db.sql(VALUES)).update();
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(VALUES_BACK)).param("at", merge.timestamp()).update();
    merge.into(db.sql(PRESENT_AGAIN)).update();
  }
}
