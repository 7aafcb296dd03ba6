package org.silah.segments;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The meanings of value that the modules offer. */
@Component
class Measures {

  private final List<Measure> all;

  Measures(List<Measure> all) {
    this.all = all.stream().sorted(Comparator.comparing(Measure::code)).toList();
  }

  List<Measure> all() {
    return all;
  }

  boolean has(String code) {
    return all.stream().anyMatch(measure -> measure.code().equals(code));
  }

  /** @throws IllegalStateException if no module offers it: a stored choice outlived its measure */
  Measure of(String code) {
    return all.stream().filter(measure -> measure.code().equals(code)).findFirst()
        .orElseThrow(() -> new IllegalStateException("no measure " + code));
  }
}
