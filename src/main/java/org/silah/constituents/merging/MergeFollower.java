package org.silah.constituents.merging;

/**
 * Rows about clients that go over when one client turns out to be another: a bean of everyone who keeps such rows. Both run in the
 * transaction of the deed, with both clients held, so that nothing of them changes meanwhile.
 */
public interface MergeFollower {

  /** What the gone client has becomes the kept one's. What cannot stand beside the kept one's own is noted and taken away. */
  void follow(Merge merge);

  /** Exactly that goes back. What came to the kept client since stays there. */
  void comeBack(Merge merge);
}
