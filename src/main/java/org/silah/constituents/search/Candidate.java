package org.silah.constituents.search;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Hit;

/**
 * A client who may be meant.
 *
 * @param kunya by whose father or mother's name the client is called, as it was written down
 * @param departed dead
 * @param held whether the client is anything to the charity at present
 */
record Candidate(Hit hit, @Nullable String kunya, boolean departed, boolean held) {

  /** What the client may be called; the kunya stands behind the name, so that both together are found. */
  List<String> names() {
    return Stream.of(hit.displayName(), hit.latinName(), kunya == null ? null : hit.displayName() + " " + kunya).filter(name -> name != null).toList();
  }

  /** Whoever was found by the kunya is shown with it. */
  Candidate asCalled() {
    return new Candidate(new Hit(hit.id(), hit.fileNumber(), hit.kind(), hit.displayName(), hit.latinName(), kunya), kunya, departed, held);
  }
}
