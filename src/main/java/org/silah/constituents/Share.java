package org.silah.constituents;

/**
 * How much of what is wanted is known, how much of that is fresh and how much of that is accurate, each fact by its weight: of one client
 * or of very many.
 *
 * @param asked the weight of everything that is wanted
 * @param accurate of what is fresh, and the client's own word, a document's, or the charity's to say
 */
public record Share(long asked, long known, long fresh, long accurate) {

  public static final Share NOTHING = new Share(0, 0, 0, 0);

  public boolean isAsked() {
    return asked > 0;
  }

  /** From 0 to 1; the whole where nothing is wanted. */
  public double complete() {
    return asked == 0 ? 1 : (double) known / asked;
  }

  /** What is known and not too old, out of what is known; 0 where nothing is. */
  public double freshness() {
    return known == 0 ? 0 : (double) fresh / known;
  }

  /** What is known and not too old, out of everything that is wanted. */
  public double sure() {
    return asked == 0 ? 1 : (double) fresh / asked;
  }

  /** What is accurate, out of everything that is wanted. */
  public double accuracy() {
    return asked == 0 ? 1 : (double) accurate / asked;
  }
}
