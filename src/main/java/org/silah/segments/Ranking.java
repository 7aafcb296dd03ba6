package org.silah.segments;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All donors in the order of their value, for one transaction: a temporary table, filled once, from which the classes, the
 * figures and the moves are taken in whole sets. Donors of equal value stand in the order in which they became known
 * (their ids are of version 7), so that the same facts always make the same pyramid.
 */
@Repository
class Ranking {

  private static final int MARK_EVERY = 1000;

  /** Takes the first four boundaries. */
  private static final String CLASS = """
      case when rank <= ? then 'top' when rank <= ? then 'major' when rank <= ? then 'middle' when rank <= ? then 'small' else 'least' end""";

  private final JdbcClient db;

  Ranking(JdbcClient db) {
    this.db = db;
  }

  /** @return how many donors there are; only then can the classes be cut */
  long fill(Sql values) {
    db.sql("create temp table ranking (party_id uuid not null, value bigint not null, rank bigint not null) on commit drop").update();
    var ranked = values.within("""
        insert into pg_temp.ranking (party_id, value, rank)
        select party_id, value, row_number() over (order by value desc, party_id)
        from (%s) v""");
    int donors = db.sql(ranked.text()).params(ranked.values()).update();
    db.sql("analyze pg_temp.ranking").update();
    return donors;
  }

  List<PyramidRun.ClassFigure> figures(List<Long> boundaries) {
    var found = db.sql("""
        select class, count(*) as donors, sum(value)::bigint as value, min(value) as lowest
        from (
          select value,
        """ + CLASS + """
         as class
          from pg_temp.ranking
        ) classed
        group by class""")
        .params(boundaries.subList(0, 4))
        .query((row, _) -> new PyramidRun.ClassFigure(
            ValueClass.of(row.getString("class")), row.getLong("donors"), row.getLong("value"), row.getLong("lowest")))
        .list();
    Map<ValueClass, PyramidRun.ClassFigure> byClass = found.stream().collect(Collectors.toMap(PyramidRun.ClassFigure::of, Function.identity()));
    return Arrays.stream(ValueClass.values()).map(of -> byClass.getOrDefault(of, new PyramidRun.ClassFigure(of, 0, 0, null))).toList();
  }

  /** What the first {@code donors} bring together. */
  long valueOfFirst(long donors) {
    return db.sql("select coalesce(sum(value), 0)::bigint from pg_temp.ranking where rank <= ?").param(donors).query(Long.class).single();
  }

  /**
   * A point for each hundredth of the donors, and for each donor where there are fewer than a hundred. What a hundredth makes of a donor
   * more than a whole number counts as one more, as where classes are cut: so the twentieth point is the first fifth.
   */
  List<PyramidRun.CurvePoint> curve(long donors) {
    var steps = db.sql("""
        select max(rank) as donors, sum(value)::bigint as value
        from pg_temp.ranking
        group by (rank - 1) * 100 / ?
        order by 1""")
        .param(donors)
        .query((row, _) -> new PyramidRun.CurvePoint(row.getLong("donors"), row.getLong("value")))
        .list();
    var curve = new ArrayList<PyramidRun.CurvePoint>();
    long sum = 0;
    for (var step : steps) {
      sum += step.value();
      curve.add(new PyramidRun.CurvePoint(step.donors(), sum));
    }
    return curve;
  }

  /** Writes what differs from the classes as they stand, and each move between two of them. */
  void apply(List<Long> boundaries, Cause cause, Instant at) {
    var now = at.atOffset(ZoneOffset.UTC);
    var params = new ArrayList<Object>(boundaries.subList(0, 4));
    params.addAll(List.of(now, now, now, cause.code()));
    db.sql("""
        with change as (
          merge into segments.donor_class d
          using (
            select party_id, value,
        """ + CLASS + """
         as class
            from pg_temp.ranking
          ) r
          on d.party_id = r.party_id
          when matched and d.class <> r.class then
            update set class = r.class, value = r.value, since = ?, moved_from = d.class
          when matched and d.value <> r.value then
            update set value = r.value
          when not matched then
            insert (party_id, class, value, since) values (r.party_id, r.class, r.value, ?)
          when not matched by source then
            delete
          returning coalesce(new.party_id, old.party_id) as party_id, old.class as from_class, new.class as to_class
        )
        insert into segments.class_move (id, party_id, from_class, to_class, at, cause)
        select uuidv7(), party_id, from_class, to_class, ?, ?
        from change
        where from_class is distinct from to_class""")
        .params(params).update();
  }

  /** Reads nothing but the ranking: of a table that was filled a moment ago the planner knows no size. */
  void mark(List<Long> boundaries) {
    db.sql("delete from segments.rank_mark").update();
    var params = new ArrayList<Object>(boundaries.subList(0, 4));
    params.add(MARK_EVERY);
    params.add(boundaries.stream().map(last -> last + 1).toArray(Long[]::new));
    db.sql("""
        insert into segments.rank_mark (class, rank, value, party_id)
        select
        """ + CLASS + """
        , rank, value, party_id
        from pg_temp.ranking
        where rank % ? = 1
        or rank = any (?)""")
        .params(params).update();
  }
}
