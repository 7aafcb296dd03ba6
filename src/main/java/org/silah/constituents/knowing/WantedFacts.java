package org.silah.constituents.knowing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.ClientKind;
import org.silah.constituents.ProfilePanel.Group;
import org.silah.constituents.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the charity wants to know, how much, for how long it is good and what it costs to ask. The store of {@code knowledge_rule},
 * {@code knowledge_weight} and {@code knowledge_call}. After a change everybody's row is made anew.
 */
@Repository
class WantedFacts {

  private final JdbcClient db;
  private final KnowledgeFollowing following;
  private final Audit audit;

  WantedFacts(JdbcClient db, KnowledgeFollowing following, Audit audit) {
    this.db = db;
    this.following = following;
    this.audit = audit;
  }

  /** What a call takes before anything is asked, and how much is asked in one at most. */
  record Call(int seconds, int questions) {}

  /** How old a fact may be, and how long it takes to ask for it. */
  record Cost(@Nullable Integer months, int seconds) {}

  List<Wanted> all() {
    return db.sql("select * from constituents.knowledge_rule order by place").query(WantedFacts::read).list();
  }

  Call call() {
    return db.sql("select seconds, questions from constituents.knowledge_call").query(Call.class).single();
  }

  /** @param of the code of a kind of client or of a role */
  Map<String, Integer> weights(String of) {
    var weights = new LinkedHashMap<String, Integer>();
    db.sql("select w.item, w.weight from constituents.knowledge_weight w join constituents.knowledge_rule r on r.item = w.item where w.of = ? order by r.place")
        .param(of)
        .query(row -> {
          weights.put(row.getString("item"), row.getInt("weight"));
        });
    return weights;
  }

  /** @param weights 1 to 5; what is not in it is not wanted */
  @Transactional
  void weigh(String of, Map<String, Integer> weights) {
    hold();
    var before = weights(of);
    if (before.equals(weights)) {
      return;
    }
    db.sql("delete from constituents.knowledge_weight where of = ?").param(of).update();
    weights.forEach((item, weight) ->
        db.sql("insert into constituents.knowledge_weight (of, item, weight) values (?, ?, ?)").params(of, item, weight).update());
    following.beginAnew();
    audit.record("knowledge.weigh", null, null, Map.of("of", of, "before", before, "after", weights));
  }

  @Transactional
  void cost(Map<String, Cost> costs, Call call) {
    hold();
    var before = costs();
    var callBefore = call();
    if (before.equals(costs) && callBefore.equals(call)) {
      return;
    }
    costs.forEach((item, cost) ->
        db.sql("update constituents.knowledge_rule set months = ?::smallint, seconds = ? where item = ?").params(cost.months, cost.seconds, item).update());
    db.sql("update constituents.knowledge_call set seconds = ?, questions = ?").params(call.seconds, call.questions).update();
    following.beginAnew();
    audit.record("knowledge.cost", null, null, Map.of("before", changed(before, costs), "after", changed(costs, before), "call", call));
  }

  Map<String, Cost> costs() {
    var costs = new LinkedHashMap<String, Cost>();
    all().forEach(wanted -> costs.put(wanted.item(), new Cost(wanted.months(), wanted.seconds())));
    return costs;
  }

  /** One change at a time. */
  private void hold() {
    db.sql("select 1 from constituents.knowledge_call for update").query(Integer.class).single();
  }

  private static Map<String, Cost> changed(Map<String, Cost> some, Map<String, Cost> others) {
    var changed = new TreeMap<String, Cost>();
    some.forEach((item, cost) -> {
      if (!cost.equals(others.get(item))) {
        changed.put(item, cost);
      }
    });
    return changed;
  }

  private static Wanted read(ResultSet row, int index) throws SQLException {
    int months = row.getInt("months");
    return new Wanted(
        row.getString("item"), Group.of(row.getString("part")),
        Arrays.stream((String[]) row.getArray("kinds").getArray()).map(ClientKind::of).toList(), months == 0 ? null : months, row.getInt("seconds"),
        row.getBoolean("asked"));
  }
}
