package org.silah.constituents.knowing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ProfilePanel.Group;
import org.silah.constituents.Share;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kept sums, of the clients at home in some branches. Reads only. */
@Repository
class Sums {

  private final JdbcClient db;

  Sums(JdbcClient db) {
    this.db = db;
  }

  /** @param item one fact, of the clients of whom it is wanted */
  record Tally(UUID branch, String item, Group group, long clients, long known, long fresh, Share share) {

    long missing() {
      return clients - known;
    }

    long stale() {
      return known - fresh;
    }
  }

  /** @param facts that are known of them and wanted, together */
  record Band(UUID branch, ClientKind kind, int band, long clients, long facts) {}

  /** Clients who hold numbers of both kinds. */
  record Both(String one, String other, long clients) {}

  List<Tally> tallies(View view) {
    var query = Sql.of("""
        select t.branch_id, t.item, r.part, sum(t.clients) as clients, sum(t.known) as known, sum(t.fresh) as fresh, sum(t.asked_weight) as asked_weight,
          sum(t.known_weight) as known_weight, sum(t.fresh_weight) as fresh_weight, sum(t.accurate_weight) as accurate_weight
        from constituents.knowledge_tally t
        join constituents.knowledge_rule r on r.item = t.item
        where t.clients > 0 and t.branch_id = any (?)""", (Object) view.branchIds());
    query = view.kind() == null ? query : query.append("and t.kind = ?", view.kind().code());
    query = query.append("group by t.branch_id, t.item, r.part, r.place order by r.place");
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new Tally(
            row.getObject("branch_id", UUID.class), row.getString("item"), Group.of(row.getString("part")), row.getLong("clients"), row.getLong("known"),
            row.getLong("fresh"), new Share(row.getLong("asked_weight"), row.getLong("known_weight"), row.getLong("fresh_weight"), row.getLong("accurate_weight"))))
        .list();
  }

  /** By kind, whatever kinds were chosen: how many there are is told of all. */
  Map<ClientKind, Share> shares(View view) {
    var shares = new LinkedHashMap<ClientKind, Share>();
    db.sql("""
        select t.kind, sum(t.asked_weight) as asked, sum(t.known_weight) as known, sum(t.fresh_weight) as fresh, sum(t.accurate_weight) as accurate
        from constituents.knowledge_tally t
        where t.branch_id = any (?)
        group by t.kind""")
        .param(view.branchIds())
        .query(row -> {
          shares.put(ClientKind.of(row.getString("kind")), new Share(row.getLong("asked"), row.getLong("known"), row.getLong("fresh"), row.getLong("accurate")));
        });
    return shares;
  }

  List<Band> bands(View view) {
    return db.sql("select * from constituents.knowledge_band where branch_id = any (?) and clients > 0 order by branch_id, kind, band")
        .param(view.branchIds())
        .query((row, _) -> new Band(
            row.getObject("branch_id", UUID.class), ClientKind.of(row.getString("kind")), row.getInt("band"), row.getLong("clients"), row.getLong("facts")))
        .list();
  }

  /** Each pair once, and each kind with itself: everybody who holds one. */
  List<Both> identities(View view) {
    return db.sql("""
        select one, other, sum(clients) as clients
        from constituents.knowledge_identity
        where branch_id = any (?)
        group by one, other
        having sum(clients) > 0
        order by one, other""")
        .param(view.branchIds())
        .query(Both.class)
        .list();
  }

  /** The last day of each month on which the sums were put down, and what they were, from {@code since} on. */
  Map<LocalDate, Share> months(View view, LocalDate since) {
    var months = new LinkedHashMap<LocalDate, Share>();
    var query = Sql.of("""
        select d.day, sum(d.asked_weight) as asked, sum(d.known_weight) as known, sum(d.fresh_weight) as fresh, sum(d.accurate_weight) as accurate
        from constituents.knowledge_day d
        where d.branch_id = any (?)
          and d.day in (select max(e.day) from constituents.knowledge_day e where e.day >= ? group by date_trunc('month', e.day))""",
        view.branchIds(), since);
    query = view.kind() == null ? query : query.append("and d.kind = ?", view.kind().code());
    query = query.append("group by d.day order by d.day");
    db.sql(query.text()).params(query.values()).query(row -> {
      months.put(row.getDate("day").toLocalDate(), new Share(row.getLong("asked"), row.getLong("known"), row.getLong("fresh"), row.getLong("accurate")));
    });
    return months;
  }
}
