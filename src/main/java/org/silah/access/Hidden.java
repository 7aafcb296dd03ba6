package org.silah.access;

import java.util.Set;
import java.util.UUID;

/**
 * Things with an id in addresses that may be out of somebody's sight. A module offers a bean of this type for each kind of thing that is of
 * a client or of a branch; {@link SightGuard} asks it before any page or program hears of the thing.
 */
public interface Hidden {

  /** The words that stand before its ids in the table of routes: {@code clients} of {@code /clients/{id}}. */
  Set<String> words();

  /** Whether there is such a thing and whoever acts, who does not see the whole charity, sees it. */
  boolean isInSight(UUID id);
}
