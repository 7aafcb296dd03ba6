package org.silah.constituents;

import java.util.List;
import org.silah.access.Branch;

/**
 * Which branches know a client.
 *
 * @param home the one the client belongs to
 * @param others those of the present, in the order in which they came to know the client
 * @param all branches of the charity
 */
public record Belonging(Branch home, List<KnownTo> others, List<Branch> all) {

  /** Whether there is anything to say of branches at all. */
  boolean isTold() {
    return all.size() > 1;
  }

  /** Open ones to which the client could be moved, or made known. */
  List<Branch> open() {
    return all.stream().filter(branch -> !branch.isClosed()).toList();
  }

  boolean includes(Branch branch) {
    return home.id().equals(branch.id()) || others.stream().anyMatch(known -> known.branch().id().equals(branch.id()));
  }
}
