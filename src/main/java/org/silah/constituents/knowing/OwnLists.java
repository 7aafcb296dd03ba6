package org.silah.constituents.knowing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.silah.constituents.Recording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which branches still keep lists of clients of their own: those whose lists came in lately. Reads only. */
@Repository
class OwnLists {

  private static final int MONTHS = 12;

  private final JdbcClient db;
  private final Recording recording;

  OwnLists(JdbcClient db, Recording recording) {
    this.db = db;
    this.recording = recording;
  }

  /**
   * @param lately lists that came in within twelve months and were not taken back
   * @param last when the newest of all came in
   * @param rows what the newest had: clients who were new, and those we knew
   */
  record Lists(long lately, Instant last, long rows) {}

  /** By branch; one that never brought a list is missing. */
  Map<UUID, Lists> of(UUID[] branches) {
    var lists = new HashMap<UUID, Lists>();
    var since = recording.now().atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
    db.sql("""
        select i.branch_id, count(*) filter (where i.committed_at >= ?) as lately, max(i.committed_at) as last,
          (array_agg(coalesce((i.counts->>'new')::bigint, 0) + coalesce((i.counts->>'joined')::bigint, 0) order by i.committed_at desc))[1] as rows
        from constituents.import i
        where i.branch_id = any (?) and i.kind = 'clients' and i.committed_at is not null and i.state in ('committing', 'done')
        group by i.branch_id""")
        .params(Timestamp.from(since), branches)
        .query(row -> {
          lists.put(row.getObject("branch_id", UUID.class), new Lists(row.getLong("lately"), row.getTimestamp("last").toInstant(), row.getLong("rows")));
        });
    return lists;
  }
}
