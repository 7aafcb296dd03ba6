package org.silah.segments;

import java.util.HashMap;
import org.silah.constituents.PartyId;
import org.silah.constituents.ProfilePanel;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** What the profile says of a donor's class. */
@Component
class ClassPanel implements ProfilePanel {

  /** Class, rank, value and since when. */
  private static final int FACTS = 4;
  private static final int MOVES_SHOWN = 5;

  private final Pyramid pyramid;
  private final Measures measures;
  private final DonorClasses classes;
  private final ClassMoves moves;
  private final Fragments fragments;

  ClassPanel(Pyramid pyramid, Measures measures, DonorClasses classes, ClassMoves moves, Fragments fragments) {
    this.pyramid = pyramid;
    this.measures = measures;
    this.classes = classes;
    this.moves = moves;
    this.fragments = fragments;
  }

  @Override
  public Group group() {
    return Group.CLASS;
  }

  /** Nothing is missing of a client who never gave, so nothing is possible either. */
  @Override
  public Facts facts(PartyId party, Page page) {
    var standing = classes.find(party).orElse(null);
    var run = pyramid.latest().orElse(null);
    var params = new HashMap<String, Object>();
    params.put("page", page);
    if (standing == null || run == null) {
      return new Facts(0, 0, null, fragments.of("segments/no-class", params));
    }
    params.put("standing", standing);
    params.put("run", run);
    params.put("measure", measures.of(run.measure()));
    params.put("moves", moves.newest(party, MOVES_SHOWN));
    return new Facts(FACTS, FACTS, run.asOf(), fragments.of("segments/class-panel", params));
  }
}
