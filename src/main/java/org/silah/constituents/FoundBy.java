package org.silah.constituents;

import java.util.Map;

/** Clients found by more than names and numbers: a bean of this type looks where else what was typed may stand. */
public interface FoundBy {

  /** Those in sight, at most {@code most}, each with what matched. */
  Map<PartyId, String> find(String typed, int most);
}
