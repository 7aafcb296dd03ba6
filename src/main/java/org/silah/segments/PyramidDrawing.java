package org.silah.segments;

import java.util.List;
import org.silah.web.ChartCurve;
import org.silah.web.ChartPyramid;
import org.silah.web.Words;

/** The pyramid and its Pareto curve as pictures. */
public final class PyramidDrawing {

  private PyramidDrawing() {}

  public static ChartPyramid pyramid(PyramidRun run, Words words) {
    return new ChartPyramid(words.get("segments.pyramid.title"), words.get("segments.pyramid.described", run.donors()),
        run.classes().stream().map(figure -> layer(figure, run, words)).toList());
  }

  static ChartCurve pareto(PyramidRun run, Words words) {
    var fifth = new ChartCurve.Point((double) Math.ceilDiv(run.donors() * Pyramid.FIFTH, (long) Cuts.ALL) / run.donors(), run.topFifthShare());
    var told = words.get("segments.pareto.told", words.percent(run.topFifthShare()));
    return new ChartCurve(words.get("segments.pareto.title"), told, words.get("segments.share-of-donors"), words.get("segments.share-of-value"),
        points(run), new ChartCurve.Mark(fifth, told));
  }

  private static List<ChartCurve.Point> points(PyramidRun run) {
    return run.curve().stream().map(point -> new ChartCurve.Point(run.shareOfDonors(point.donors()), run.shareOfValue(point.value()))).toList();
  }

  private static ChartPyramid.Layer layer(PyramidRun.ClassFigure figure, PyramidRun run, Words words) {
    var share = run.shareOfDonors(figure.donors());
    var told = words.get("segments.pyramid.layer", words.get(figure.of().key()), figure.donors(), words.percent(share),
        words.percent(run.shareOfValue(figure.value())));
    return new ChartPyramid.Layer(figure.of().style(), share, told, "/pyramid/" + figure.of().code());
  }
}
