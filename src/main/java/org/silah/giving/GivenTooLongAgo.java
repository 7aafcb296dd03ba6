package org.silah.giving;

import org.silah.kernel.BrokenRule;

/** The published Hijri calendar begins with 1343 AH, and every gift has its Hijri year. */
class GivenTooLongAgo extends BrokenRule {
  GivenTooLongAgo() {
    super("giving.too-long-ago");
  }
}
