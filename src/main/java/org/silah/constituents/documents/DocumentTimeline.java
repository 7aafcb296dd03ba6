package org.silah.constituents.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actors;
import org.silah.constituents.PartyId;
import org.silah.constituents.Shown;
import org.silah.constituents.TimelineSource;
import org.silah.web.Language;
import org.silah.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents on the timeline: when they came and when they were taken back. Reads only, and only what whoever looks may see. */
@Repository
class DocumentTimeline implements TimelineSource {

  private final JdbcClient db;
  private final Actors actors;
  private final Shown shown;

  DocumentTimeline(JdbcClient db, Actors actors, Shown shown) {
    this.db = db;
    this.actors = actors;
    this.shown = shown;
  }

  @Override
  public List<Entry> entries(PartyId party, Instant before, int limit, Words words) {
    return db.sql("""
        select entry.*, k.name_ar, k.name_en
        from (
          select d.id, d.party_id, d.kind, d.title, d.added_at as at, d.added_by as by, null as reason, d.taken_back_at is null as present, d.viewers
          from constituents.document d
          where d.party_id = :party
          union all
          select d.id, d.party_id, d.kind, d.title, d.taken_back_at, d.taken_back_by, d.taken_back_reason, false, d.viewers
          from constituents.document d
          where d.party_id = :party and d.taken_back_at is not null) entry
        join constituents.document_kind k on k.code = entry.kind
        where entry.at < :before and (entry.viewers = '{}' or entry.viewers && :held::text[])
        order by entry.at desc
        limit :limit""")
        .param("party", party.value())
        .param("before", Timestamp.from(before))
        .param("held", Documents.array(actors.held()))
        .param("limit", limit)
        .query((row, _) -> entry(row, words))
        .list();
  }

  private Entry entry(ResultSet row, Words words) throws SQLException {
    var at = row.getTimestamp("at").toInstant();
    var kind = row.getString(words.language() == Language.AR ? "name_ar" : "name_en");
    var reason = row.getString("reason");
    var by = shown.by(row.getString("by"), words.language());
    if (reason != null) {
      return new Entry(at, "trash", words.get("constituents.document.timeline.taken-back", kind, row.getString("title")), signed(reason, by), null);
    }
    var link = row.getBoolean("present") ? "/clients/" + row.getString("party_id") + "/documents/" + row.getString("id") : null;
    return new Entry(at, "file-text", words.get("constituents.document.timeline.added", kind, row.getString("title")), by, link);
  }

  private static String signed(String reason, @Nullable String by) {
    return by == null ? reason : reason + " · " + by;
  }
}
