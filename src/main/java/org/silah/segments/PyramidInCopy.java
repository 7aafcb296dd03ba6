package org.silah.segments;

import java.util.List;
import java.util.Map;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** The pyramid with its past: since when somebody is in a class cannot be computed from gifts. */
@Component
class PyramidInCopy implements Copied {

  private final StaleMarks marks;

  PyramidInCopy(StaleMarks marks) {
    this.marks = marks;
  }

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("segments.pyramid_choice", "only_one, measure, period, cuts, chosen_at, chosen_by").inPlaceOfOurs(),
        CopiedTable.of("segments.pyramid_run", """
            as_of, run, measure, period, cuts, cause, ran_at, took_ms, donors, total, top_fifth, curve_donors, curve_value"""),
        CopiedTable.of("segments.class_figure", "as_of, class, donors, value, lowest"),
        CopiedTable.of("segments.donor_class", "party_id, class, value, since, moved_from"),
        CopiedTable.of("segments.rank_mark", "rank, class, value, party_id"),
        CopiedTable.of("segments.class_move", "id, party_id, from_class, to_class, at, cause"));
  }

  @Override
  public Map<String, String> derived() {
    return Map.of(
        "segments.stale_mark", "one is made, so that the pyramid is computed anew");
  }

  @Override
  public List<String> sequences() {
    return List.of("segments.pyramid_run_run_seq");
  }

  @Override
  public void makeAnew() {
    marks.add();
  }
}
