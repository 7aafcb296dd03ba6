package org.silah.constituents.merging;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents go over, and so do the rows by which a list that comes again knows its clients. */
@Repository
@Order(6)
class MergedDocuments implements MergeFollower {

  private static final String DOCUMENTS = """
      with moved as (
        update constituents.document set party_id = :kept where party_id = :gone returning id)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'document', coalesce((select jsonb_agg(id) from moved), '[]'))
      """;

  private static final String DOCUMENTS_BACK = """
      update constituents.document d
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'document' and d.party_id = :kept and r.moved @> to_jsonb(d.id)
      """;

  private static final String ALIKE = """
      with moved as (
        update constituents.import_alike set party_id = :kept where party_id = :gone returning alike)
      insert into constituents.merge_row (merge_id, what, moved)
      values (:merge, 'alike', coalesce((select jsonb_agg(alike) from moved), '[]'))
      """;

  private static final String ALIKE_BACK = """
      update constituents.import_alike a
      set party_id = :gone
      from constituents.merge_row r
      where r.merge_id = :merge and r.what = 'alike' and a.party_id = :kept and r.moved @> to_jsonb(a.alike)
      """;

  private final JdbcClient db;

  MergedDocuments(JdbcClient db) {
    this.db = db;
  }

  @Override
  public void follow(Merge merge) {
    merge.into(db.sql(DOCUMENTS)).update();
    merge.into(db.sql(ALIKE)).update();
  }

  @Override
  public void comeBack(Merge merge) {
    merge.into(db.sql(DOCUMENTS_BACK)).update();
    merge.into(db.sql(ALIKE_BACK)).update();
  }
}
