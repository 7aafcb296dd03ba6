package org.silah.constituents.merging;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Facts go over, former ones too, and what was confirmed. Of two present ones of a kind that stays present which was chosen. */
@Repository
@Order(4)
class MergedFacts implements MergeFollower {

  private static final String SUPERSEDED = """
      with doubled as (
        select case when g.code = any (:theirs) then k.id else g.id end as id
        from constituents.fact k
        join constituents.fact g on g.party_id = :gone and g.code = k.code and g.superseded_at is null
        where k.party_id = :kept and k.superseded_at is null),
      superseded as (
        update constituents.fact f
        set superseded_at = :at
        from doubled d
        where f.id = d.id
        returning f.id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'fact_superseded', coalesce((select jsonb_agg(id) from superseded), '[]'))
      """;

  /** A chosen value that no fact speaks of was there from the gone file's beginning. It says so, else it would seem to be of the kept file's. */
  private static final String TOLD = """
      with told as (
        insert into constituents.fact (id, party_id, code, value, source, as_of, recorded_at, recorded_by)
        select uuidv7(), g.id, chosen.code, chosen.value, g.source, g.created_at::date, g.created_at, coalesce(g.created_by, :by)
        from constituents.party g
        cross join lateral (values
          ('display_name', g.display_name), ('latin_name', g.latin_name), ('title', g.title), ('given_name', g.given_name), ('gender', g.gender),
          ('birth_on', g.birth_on::text), ('nationality', g.nationality), ('language', g.language), ('officer', g.officer_id::text)) as chosen (code, value)
        where g.id = :gone and chosen.code = any (:theirs) and chosen.value is not null
          and not exists (select 1 from constituents.fact f where f.party_id = g.id and f.code = chosen.code and f.superseded_at is null)
        returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'fact_told', coalesce((select jsonb_agg(id) from told), '[]'))
      """;

  private static final String UNTOLD = """
      delete from constituents.fact f
      using constituents.merge_row r
      where r.merge_id = :merge and r.what = 'fact_told' and r.moved @> to_jsonb(f.id)
      """;

  private static final String FACTS = """
      with moved as (
        update constituents.fact set party_id = :kept where party_id = :gone returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'fact', coalesce((select jsonb_agg(id) from moved), '[]'))
      """;

  /** What was present when the two became one is so again, whatever was learnt of the kept client since. */
  private static final String FACTS_BACK = """
      update constituents.fact f
      set party_id = :gone, superseded_at = case when f.superseded_at <= :at then f.superseded_at end
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'fact' and f.party_id = :kept and r.moved @> to_jsonb(f.id)
      """;

  /** Present again, unless something newer was learnt since. */
  private static final String PRESENT_AGAIN = """
      update constituents.fact f
      set superseded_at = null
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'fact_superseded' and r.moved @> to_jsonb(f.id)
        and not exists (select 1 from constituents.fact n where n.party_id = f.party_id and n.code = f.code and n.superseded_at is null)
      """;

  private static final String CONFIRMATIONS = """
      with moved as (
        update constituents.confirmation set party_id = :kept where party_id = :gone returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'confirmation', coalesce((select jsonb_agg(id) from moved), '[]'))
      """;

  private static final String CONFIRMATIONS_BACK = """
      update constituents.confirmation c
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'confirmation' and c.party_id = :kept and r.moved @> to_jsonb(c.id)
      """;

  private final JdbcClient db;

  MergedFacts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void follow(Merge merge) {
    merge.into(db.sql(TOLD)).param("theirs", merge.codes()).param("by", merge.by()).update();
    merge.into(db.sql(SUPERSEDED)).param("at", merge.timestamp()).param("theirs", merge.codes()).update();
    merge.into(db.sql(FACTS)).update();
    merge.into(db.sql(CONFIRMATIONS)).update();
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(UNTOLD)).update();
    merge.into(db.sql(FACTS_BACK)).param("at", merge.timestamp()).update();
    merge.into(db.sql(CONFIRMATIONS_BACK)).update();
    merge.into(db.sql(PRESENT_AGAIN)).update();
  }
}
