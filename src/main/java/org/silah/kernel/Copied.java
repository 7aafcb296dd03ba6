package org.silah.kernel;

import java.util.List;
import java.util.Map;

/**
 * What a module's tables are to a complete copy: a bean of this type in each module that has some. A table, or a column, that none of them
 * names fails the build, so whoever makes one decides.
 */
public interface Copied {

  List<CopiedTable> tables();

  /** Tables that are made anew from others, each with by what. */
  default Map<String, String> derived() {
    return Map.of();
  }

  /** Tables that stay where they are, each with why. */
  default Map<String, String> leftOut() {
    return Map.of();
  }

  /** Sequences that go on where they stood. */
  default List<String> sequences() {
    return List.of();
  }

  /** @throws BrokenRule while something is going on of which a copy would have half */
  default void refuseHalf() {}

  /** Before a copy is taken in: nobody begins to work here until the transaction ends. */
  default void holdOff() {}

  /** After a copy was taken in, in its transaction: makes anew what follows from the rows, or tells the jobs that do. */
  default void makeAnew() {}
}
