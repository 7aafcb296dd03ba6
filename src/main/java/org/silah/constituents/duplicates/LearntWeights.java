package org.silah.constituents.duplicates;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.silah.constituents.likeness.Evidence;
import org.silah.constituents.likeness.Weights;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What agreements weigh in this base, as the last searches learnt it. */
@Repository
class LearntWeights {

  private final JdbcClient db;
  private final JsonMapper json;
  private final java.time.Clock clock;

  LearntWeights(JdbcClient db, JsonMapper json, java.time.Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  Optional<Weights> newest() {
    return db.sql("select matched::text, random::text, one_client, one_household from constituents.likeness_weights order by learnt_at desc, id desc limit 1")
        .query((row, _) -> new Weights(levels(row.getString("matched")), levels(row.getString("random")), row.getDouble("one_client"), row.getDouble("one_household")))
        .optional();
  }

  /** Those, or what is usual in a base of this size. */
  Weights present(long clients) {
    double pairs = Math.max(1, 0.5 * clients * (clients - 1));
    return newest().orElseGet(() -> Weights.usual(Math.min(0.1, 0.02 * clients / pairs)));
  }

  void add(Weights weights, long clients) {
    db.sql("""
        insert into constituents.likeness_weights (id, learnt_at, clients, matched, random, one_client, one_household)
        values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)""")
        .params(Ids.next(), java.sql.Timestamp.from(clock.instant()), clients, json.writeValueAsString(codes(weights.matched())),
            json.writeValueAsString(codes(weights.random())), weights.oneClient(), weights.oneHousehold())
        .update();
  }

  private static Map<String, double[]> codes(Map<Evidence, double[]> levels) {
    var codes = new LinkedHashMap<String, double[]>();
    levels.forEach((of, shares) -> codes.put(of.code(), shares));
    return codes;
  }

  private Map<Evidence, double[]> levels(String text) {
    var levels = new EnumMap<Evidence, double[]>(Evidence.class);
    var tree = json.readTree(text);
    Arrays.stream(Evidence.values()).filter(of -> tree.has(of.code()))
        .forEach(of -> levels.put(of, json.convertValue(tree.get(of.code()), double[].class)));
    return levels;
  }
}
