package org.silah.constituents.merging;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers about messages go over. Where the two had said different things the stricter holds: a no is said again, after all others. */
@Repository
@Order(2)
class MergedAnswers implements MergeFollower {

  /** Before the answers go over: channels and topics in which exactly one of the two newest answers is a no. */
  private static final String STRICTER = """
      with newest as (
        select distinct on (c.party_id, c.channel, c.topic) c.party_id, c.channel, c.topic, c.state
        from constituents.consent c
        where c.party_id in (:kept, :gone)
        order by c.party_id, c.channel, c.topic, c.at desc, c.id desc),
      said as (
        insert into constituents.consent (id, party_id, channel, topic, state, evidence, source, at, recorded_by)
        select uuidv7(), :kept, k.channel, k.topic, 'refused', :evidence, 'merge', :at, :by
        from newest k
        join newest g on g.channel = k.channel and g.topic = k.topic and g.party_id = :gone
        where k.party_id = :kept and k.state <> g.state
        returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'consent_said', coalesce((select jsonb_agg(id) from said), '[]'))
      """;

  private static final String ANSWERS = """
      with moved as (
        update constituents.consent set party_id = :kept where party_id = :gone returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'consent', coalesce((select jsonb_agg(id) from moved), '[]'))
      """;

  private static final String ANSWERS_BACK = """
      update constituents.consent c
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'consent' and c.party_id = :kept and r.moved @> to_jsonb(c.id)
      """;

  private static final String UNSAID = """
      delete from constituents.consent c
      using constituents.merge_row r
      where r.merge_id = :merge and r.what = 'consent_said' and r.moved @> to_jsonb(c.id)
      """;

  private final JdbcClient db;

  MergedAnswers(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void follow(Merge merge) {
    merge.into(db.sql(STRICTER)).param("evidence", "merge " + merge.id()).param("at", merge.timestamp()).param("by", merge.by()).update();
    merge.into(db.sql(ANSWERS)).update();
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(UNSAID)).update();
    merge.into(db.sql(ANSWERS_BACK)).update();
  }
}
