package org.silah.segments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.kernel.Money;
import org.silah.web.Listing;
import org.silah.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pyramid for other programs. Values are decimals in text, so that none is bent on the way; shares are of 1, with six decimals. */
@RestController
class PyramidApi {

  private final Pyramid pyramid;
  private final Measures measures;
  private final DonorClasses classes;
  private final Institutions institutions;

  PyramidApi(Pyramid pyramid, Measures measures, DonorClasses classes, Institutions institutions) {
    this.pyramid = pyramid;
    this.measures = measures;
    this.classes = classes;
    this.institutions = institutions;
  }

  record ShownPyramid(ShownChoice choice, LocalDate asOf, Instant computedAt, long donors, String total, List<ShownClass> classes,
      List<ShownPoint> curve, BigDecimal topFifthShare) {}

  /**
   * @param unit what values are: money, count or points
   * @param currency of values that are money
   */
  record ShownChoice(String measure, String unit, @Nullable String currency, String period) {}

  record ShownClass(
      ValueClass name, long donors, BigDecimal shareOfDonors, String value, BigDecimal shareOfValue, @Nullable String lowestValue) {}

  record ShownPoint(BigDecimal shareOfDonors, BigDecimal shareOfValue) {}

  record ShownDonor(UUID clientId, long fileNumber, String name, String value, Instant since, @Nullable ValueClass movedFrom) {}

  @GetMapping("/api/v1/pyramid")
  ShownPyramid show() {
    var run = pyramid.latest().orElseThrow();
    var measure = measures.of(run.measure());
    var currency = measure.unit() == Measure.Unit.MONEY ? institutions.charity().currency().getCurrencyCode() : null;
    return new ShownPyramid(
        new ShownChoice(run.measure(), measure.unit().code(), currency, run.period().code()),
        run.asOf(), run.ranAt(), run.donors(), value(run.total(), measure),
        run.classes().stream().map(figure -> shown(figure, run, measure)).toList(),
        run.curve().stream().map(point -> new ShownPoint(share(run.shareOfDonors(point.donors())), share(run.shareOfValue(point.value())))).toList(),
        share(run.topFifthShare()));
  }

  @GetMapping("/api/v1/pyramid/{class}")
  Listing<ShownDonor> list(@PathVariable("class") ValueClass of, Paging paging) {
    var measure = measures.of(pyramid.latest().orElseThrow().measure());
    var after = paging.after(key -> new DonorClasses.Cursor(Long.parseLong(key.getFirst()), UUID.fromString(key.getLast())));
    var rows = classes.page(of, after.orElse(DonorClasses.Cursor.START), paging.rows());
    return paging.listing(rows, row -> List.of(row.value(), row.id())).map(row -> shown(row, measure));
  }

  private ShownClass shown(PyramidRun.ClassFigure figure, PyramidRun run, Measure measure) {
    return new ShownClass(figure.of(), figure.donors(), share(run.shareOfDonors(figure.donors())), value(figure.value(), measure),
        share(run.shareOfValue(figure.value())), figure.lowest() == null ? null : value(figure.lowest(), measure));
  }

  private ShownDonor shown(ClassedDonor donor, Measure measure) {
    return new ShownDonor(donor.id().value(), donor.fileNumber(), donor.name(), value(donor.value(), measure), donor.since(), donor.movedFrom());
  }

  private String value(long value, Measure measure) {
    return measure.unit() == Measure.Unit.MONEY
        ? new Money(value, institutions.charity().currency()).amount().toPlainString() : String.valueOf(value);
  }

  private static BigDecimal share(double share) {
    return BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_EVEN);
  }
}
