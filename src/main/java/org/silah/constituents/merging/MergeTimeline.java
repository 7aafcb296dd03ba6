package org.silah.constituents.merging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.silah.constituents.PartyId;
import org.silah.constituents.Shown;
import org.silah.constituents.TimelineSource;
import org.silah.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Merges on the timeline of both clients. Reads only. */
@Repository
class MergeTimeline implements TimelineSource {

  private final JdbcClient db;
  private final Shown shown;

  MergeTimeline(JdbcClient db, Shown shown) {
    this.db = db;
    this.shown = shown;
  }

  @Override
  public List<Entry> entries(PartyId party, Instant before, int limit, Words words) {
    return db.sql("""
        select e.at, e.what, other.file_number, e.by
        from (
          select m.merged_at as at, 'took' as what, m.gone_id as other_id, m.merged_by as by
          from constituents.merge m
          where m.kept_id = :party
          union all
          select m.undone_at, 'parted', m.gone_id, m.undone_by
          from constituents.merge m
          where m.kept_id = :party and m.undone_at is not null
          union all
          select m.undone_at, 'came-back', m.kept_id, m.undone_by
          from constituents.merge m
          where m.gone_id = :party and m.undone_at is not null) e
        join constituents.party other on other.id = e.other_id
        where e.at < :before
        order by e.at desc
        limit :limit""")
        .param("party", party.value())
        .param("before", Timestamp.from(before))
        .param("limit", limit)
        .query((row, _) -> new Entry(
            row.getTimestamp("at").toInstant(), "arrows-join", words.get("constituents.merge.timeline." + row.getString("what"), row.getString("file_number")),
            shown.by(row.getString("by"), words.language()), null))
        .list();
  }
}
