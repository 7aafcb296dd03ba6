package org.silah.access;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody sees: every client of the charity, or those that one of {@code branches} knows. It is part of the session.
 *
 * @param home the branch to which the clients they add belong; one of {@code branches}
 * @param branches null for the whole charity
 */
public record Sight(UUID home, @Nullable Set<UUID> branches) implements Serializable {

  /** Of whoever nothing was said about. */
  public static final Sight WHOLE = new Sight(Branch.FIRST, null);

  public Sight {
    branches = branches == null ? null : Set.copyOf(branches);
    if (branches != null && !branches.contains(home)) {
      throw new IllegalArgumentException("nobody adds clients whom they do not see");
    }
  }

  /** The whole charity, at home in one of its branches. */
  public static Sight wholeFrom(UUID home) {
    return new Sight(home, null);
  }

  public static Sight of(UUID home, UUID... others) {
    var branches = new java.util.HashSet<>(Arrays.asList(others));
    branches.add(home);
    return new Sight(home, branches);
  }

  public boolean isWhole() {
    return branches == null;
  }

  public boolean sees(UUID branch) {
    return branches == null || branches.contains(branch);
  }

  /** For {@code sees} columns and conditions; null for the whole charity. */
  public UUID @Nullable [] array() {
    return branches == null ? null : branches.stream().sorted().toArray(UUID[]::new);
  }
}
