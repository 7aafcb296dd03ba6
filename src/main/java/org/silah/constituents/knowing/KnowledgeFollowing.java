package org.silah.constituents.knowing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.silah.access.Institutions;
import org.silah.constituents.ChangedClients;
import org.silah.constituents.ChangedClients.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the rows of clients behind their changes, makes anew what grew old over night, and puts the sums down for each day. The only class
 * that touches {@code knowledge_follower}, {@code knowledge_due} and {@code knowledge_day}.
 */
@Repository
class KnowledgeFollowing {

  static final int STEP = 2_000;

  private final JdbcClient db;
  private final KnowledgeRows rows;
  private final ChangedClients clients;
  private final Institutions institutions;

  KnowledgeFollowing(JdbcClient db, KnowledgeRows rows, ChangedClients clients, Institutions institutions) {
    this.db = db;
    this.rows = rows;
    this.clients = clients;
    this.institutions = institutions;
  }

  /** @param done of {@code total} clients that are made anew after a change of the rules */
  record Progress(long done, long total) {

    boolean isOver() {
      return done >= total;
    }

    double share() {
      return total == 0 ? 1 : (double) done / total;
    }
  }

  /** @return how many clients were made anew; 0 if nothing waits */
  @Transactional
  int step() {
    var place = db.sql("select updated_at, party_id from constituents.knowledge_follower for update")
        .query((row, _) -> new Place(row.getTimestamp("updated_at"), row.getObject("party_id", UUID.class)))
        .single();
    var changed = clients.behind(place, STEP);
    var parties = new LinkedHashSet<UUID>(due());
    changed.forEach(one -> parties.add(one.party()));
    parties.addAll(turning());
    if (parties.isEmpty()) {
      db.sql("update constituents.knowledge_follower set done = total where done < total").update();
      return 0;
    }
    rows.renew(parties);
    var last = changed.isEmpty() ? place : changed.getLast();
    db.sql("update constituents.knowledge_follower set updated_at = ?, party_id = ?, done = least(total, done + ?), changed = true")
        .params(last.updatedAt(), last.party(), changed.size())
        .update();
    return parties.size();
  }

  private List<UUID> due() {
    return db.sql("""
        delete from constituents.knowledge_due
        where party_id in (select d.party_id from constituents.knowledge_due d limit ? for update skip locked)
        returning party_id""")
        .param(STEP)
        .query(UUID.class)
        .list();
  }

  /** Of whom something is older today than it may be. */
  private List<UUID> turning() {
    return db.sql("select party_id from constituents.client_knowledge where stale_next <= ? limit ?")
        .params(institutions.today(), STEP)
        .query(UUID.class)
        .list();
  }

  /** What the sums of a day were is what they were when it ended. */
  @Transactional
  void keepDay() {
    var today = institutions.today();
    boolean kept = db.sql("select day = ? and not changed or done < total from constituents.knowledge_follower for update")
        .param(today)
        .query((row, _) -> row.getBoolean(1))
        .single();
    if (kept) {
      return;
    }
    db.sql("delete from constituents.knowledge_day where day = ?").param(today).update();
    db.sql("""
        insert into constituents.knowledge_day (day, branch_id, kind, part, asked_weight, known_weight, fresh_weight, accurate_weight)
        select ?, t.branch_id, t.kind, r.part, sum(t.asked_weight), sum(t.known_weight), sum(t.fresh_weight), sum(t.accurate_weight)
        from constituents.knowledge_tally t
        join constituents.knowledge_rule r on r.item = t.item
        group by t.branch_id, t.kind, r.part""").param(today).update();
    db.sql("update constituents.knowledge_follower set day = ?, changed = false").param(today).update();
  }

  /** After a change of the rules: from the first client on, while the sums of before are still told. */
  void beginAnew() {
    db.sql("""
        update constituents.knowledge_follower
        set updated_at = 'epoch', party_id = '00000000-0000-0000-0000-000000000000', done = 0,
          total = (select count(*) from constituents.party p where p.removed_at is null)""").update();
  }

  Progress progress() {
    return db.sql("select done, total from constituents.knowledge_follower").query(Progress.class).single();
  }
}
