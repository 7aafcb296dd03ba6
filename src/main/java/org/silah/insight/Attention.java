package org.silah.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.silah.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for somebody to look at it. Only what the reader may open is told. */
@Repository
class Attention {

  /** Beyond this many the exact number helps nobody. */
  private static final int COUNTED = 1_000;

  private final JdbcClient db;

  Attention(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param key message key of its sentence, which is given {@code count}
   * @param path page with the rows
   */
  record Concern(String key, String icon, long count, String path) {}

  List<Concern> concerns(Map<Figure, Members.Count> counts, Page page) {
    var concerns = new ArrayList<Concern>();
    messages().forEach((state, count) -> concerns.add(new Concern("insight.attention." + state, "mail-question", count, "/messages?state=" + state)));
    concerns.add(new Concern("insight.attention.quiet", "user", counts.get(Figure.QUIET).parties(), Figure.QUIET.path()));
    concerns.removeIf(concern -> concern.count == 0 || !page.may("GET", concern.path.replaceFirst("\\?.*", "")));
    return concerns;
  }

  private Map<String, Long> messages() {
    var counts = new java.util.LinkedHashMap<String, Long>();
    for (var state : List.of("uncertain", "failed", "held")) {
      counts.put(state, db.sql("select count(*) from (select from published.message where tab = ? limit ?) counted")
          .params(state, COUNTED).query(Long.class).single());
    }
    return counts;
  }
}
