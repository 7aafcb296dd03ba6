package org.silah.segments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each day's last computation found. */
@Repository
class PyramidRuns {

  private final JdbcClient db;

  PyramidRuns(JdbcClient db) {
    this.db = db;
  }

  Optional<PyramidRun> latest() {
    return db.sql("""
        select r.*, f.donors_in, f.value_in, f.lowest_in
        from segments.pyramid_run r
        cross join lateral (
          select array_agg(c.donors order by o.place) as donors_in,
            array_agg(c.value order by o.place) as value_in,
            array_agg(c.lowest order by o.place) as lowest_in
          from unnest(array['top', 'major', 'middle', 'small', 'least']) with ordinality as o (class, place)
          join segments.class_figure c on c.class = o.class and c.as_of = r.as_of
        ) f
        order by r.run desc
        limit 1""").query(PyramidRuns::read).optional();
  }

  Optional<Long> latestNumber() {
    return db.sql("select max(run) from segments.pyramid_run").query(Long.class).optional();
  }

  /** When the newest computation ended, and how long it took. */
  record Effort(LocalDate asOf, Instant ranAt, Duration took) {}

  Optional<Effort> lastEffort() {
    return db.sql("select as_of, ran_at, took_ms from segments.pyramid_run order by run desc limit 1")
        .query((row, _) -> new Effort(
            row.getObject("as_of", LocalDate.class), row.getObject("ran_at", OffsetDateTime.class).toInstant(), Duration.ofMillis(row.getLong("took_ms"))))
        .optional();
  }

  /** Takes the place of an earlier one of the same day. */
  void add(PyramidRun run, Cuts cuts, Cause cause, Duration took) {
    db.sql("delete from segments.pyramid_run where as_of = ?").param(run.asOf()).update();
    db.sql("""
        insert into segments.pyramid_run
          (as_of, measure, period, cuts, cause, ran_at, took_ms, donors, total, top_fifth, curve_donors, curve_value)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(run.asOf(), run.measure(), run.period().code(), cuts.cumulative().toArray(Integer[]::new), cause.code(),
            run.ranAt().atOffset(ZoneOffset.UTC), took.toMillis(), run.donors(), run.total(), run.topFifth(),
            run.curve().stream().map(PyramidRun.CurvePoint::donors).toArray(Long[]::new),
            run.curve().stream().map(PyramidRun.CurvePoint::value).toArray(Long[]::new))
        .update();
    for (var figure : run.classes()) {
      db.sql("insert into segments.class_figure (as_of, class, donors, value, lowest) values (?, ?, ?, ?, ?)")
          .params(Arrays.asList(run.asOf(), figure.of().code(), figure.donors(), figure.value(), figure.lowest())).update();
    }
  }

  private static PyramidRun read(ResultSet row, int index) throws SQLException {
    var donors = longs(row, "donors_in");
    var values = longs(row, "value_in");
    var lowest = longs(row, "lowest_in");
    var curveDonors = longs(row, "curve_donors");
    var curveValues = longs(row, "curve_value");
    return new PyramidRun(
        row.getString("measure"),
        Period.of(row.getString("period")),
        row.getObject("as_of", LocalDate.class),
        row.getObject("ran_at", OffsetDateTime.class).toInstant(),
        row.getLong("donors"),
        row.getLong("total"),
        row.getLong("top_fifth"),
        Arrays.stream(ValueClass.values())
            .map(of -> new PyramidRun.ClassFigure(of, donors.get(of.ordinal()), values.get(of.ordinal()), lowest.get(of.ordinal()))).toList(),
        IntStream.range(0, curveDonors.size()).mapToObj(i -> new PyramidRun.CurvePoint(curveDonors.get(i), curveValues.get(i))).toList());
  }

  private static List<Long> longs(ResultSet row, String column) throws SQLException {
    return Arrays.asList((Long[]) row.getArray(column).getArray());
  }
}
