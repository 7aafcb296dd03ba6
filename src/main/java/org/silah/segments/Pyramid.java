package org.silah.segments;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.access.Institutions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The value pyramid: all donors in five classes, an exact partition. A donor is whoever has a gift that was not reversed, of
 * any time; the value is counted over the chosen period.
 */
@Component
public class Pyramid {

  /** Of the donors, whose share of the value is told: Pareto's twenty in a hundred. */
  static final int FIFTH = 2_000;

  private final Choices choices;
  private final Measures measures;
  private final Ranking ranking;
  private final PyramidRuns runs;
  private final StaleMarks marks;
  private final Locks locks;
  private final Institutions institutions;
  private final Audit audit;
  private final Actors actors;
  private final Clock clock;

  Pyramid(Choices choices, Measures measures, Ranking ranking, PyramidRuns runs, StaleMarks marks, Locks locks, Institutions institutions,
      Audit audit, Actors actors, Clock clock) {
    this.choices = choices;
    this.measures = measures;
    this.ranking = ranking;
    this.runs = runs;
    this.marks = marks;
    this.locks = locks;
    this.institutions = institutions;
    this.audit = audit;
    this.actors = actors;
    this.clock = clock;
  }

  /** Nothing before it was first computed. */
  public Optional<PyramidRun> latest() {
    return runs.latest();
  }

  /**
   * The number of the newest computation, higher than those of all before it. Whoever asks for it before they read the classes can
   * tell later whether they read the newest.
   */
  public Optional<Long> latestNumber() {
    return runs.latestNumber();
  }

  /** Computes it now: somebody asked. */
  @Transactional
  public void refresh() {
    compute(Cause.ASKED);
  }

  /** The charity means something else by value from now on: computed again at once. */
  @Transactional
  void choose(Choice choice) {
    var before = choices.current();
    choices.set(choice, clock.instant(), actors.current().code());
    audit.record("pyramid.choose", "pyramid", null, Map.of("before", before.facts(), "after", choice.facts()));
    compute(Cause.CHOICE);
  }

  /** One at a time: who comes second waits, and then counts what the first could not see. */
  @Transactional
  void compute(Cause cause) {
    locks.pyramid();
    var begun = clock.instant();
    marks.clear();
    var choice = choices.current();
    var today = institutions.today();
    long donors = ranking.fill(measures.of(choice.measure()).values(choice.period(), today));
    var boundaries = choice.cuts().boundaries(donors);
    ranking.apply(boundaries, cause, begun);
    ranking.mark(boundaries);
    var classes = ranking.figures(boundaries);
    long total = classes.stream().mapToLong(PyramidRun.ClassFigure::value).sum();
    long fifth = Math.ceilDiv(Math.multiplyExact(donors, FIFTH), Cuts.ALL);
    var curve = donors == 0 ? List.<PyramidRun.CurvePoint>of() : ranking.curve(donors);
    var run = new PyramidRun(choice.measure(), choice.period(), today, begun, donors, total, ranking.valueOfFirst(fifth), classes, curve);
    runs.add(run, choice.cuts(), cause, Duration.between(begun, clock.instant()));
  }
}
