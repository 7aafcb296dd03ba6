package org.silah.constituents.duplicates;

import org.silah.constituents.likeness.NameVariants;
import org.springframework.stereotype.Repository;

/** The charity's dictionary of given names. */
@Repository
class Spellings {

  NameVariants variants() {
    return NameVariants.builtIn();
  }
}
