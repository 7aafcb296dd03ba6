package org.silah.constituents.merging;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What of other modules went over in a merge, by the ids of their rows. */
@Repository
public class MergeTraces {

  private final JdbcClient db;

  MergeTraces(JdbcClient db) {
    this.db = db;
  }

  /** @param what the kind of rows, one word of the module's own */
  public void moved(Merge merge, String what, Collection<UUID> ids) {
    db.sql("insert into constituents.merge_row (merge_id, what, moved) values (?, ?, to_jsonb(?::uuid[]))")
        .params(merge.id(), what, ids.toArray(UUID[]::new))
        .update();
  }

  public List<UUID> moved(Merge merge, String what) {
    return db.sql("""
        select id::uuid
        from constituents.merge_row r
        cross join lateral jsonb_array_elements_text(r.moved) id
        where r.merge_id = ? and r.what = ?""")
        .params(merge.id(), what)
        .query(UUID.class)
        .list();
  }
}
