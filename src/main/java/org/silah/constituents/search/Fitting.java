package org.silah.constituents.search;

import org.silah.constituents.Hit;

/** A client that was found, and how well. */
record Fitting(Candidate candidate, Fit fit) {

  Hit hit() {
    return candidate.hit();
  }
}
