package org.silah.dialogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the outbox knows of our contacts with one client. */
@Repository
class Contacts {

  private final JdbcClient db;

  Contacts(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param suppressed whether the newest address was refused for good
   */
  record Summary(long sent, @Nullable Instant lastAt, @Nullable String lastKind, boolean suppressed) {}

  Summary of(PartyId party) {
    return db.sql("""
        select
          (select count(*) from dialogue.message m where m.party_id = p.id and m.state = 'sent') as sent,
          l.sent_at,
          l.template,
          exists (
            select 1
            from dialogue.suppressed_address s
            where s.address = (select lower(v.address) from published.email v where v.party_id = p.id)) as suppressed
        from (select cast(? as uuid) as id) p
        left join lateral (
          select m.sent_at, m.template
          from dialogue.message m
          where m.party_id = p.id and m.state = 'sent'
          order by m.sent_at desc
          limit 1) l on true""")
        .param(party.value())
        .query((row, _) -> new Summary(row.getLong("sent"), row.getTimestamp("sent_at") == null ? null : row.getTimestamp("sent_at").toInstant(),
            row.getString("template"), row.getBoolean("suppressed")))
        .single();
  }
}
