package org.silah.constituents.merging;

/** Why one of several values of a field is proposed. */
enum Better {
  /** Only one of the files says anything. */
  ONLY,
  /** A date of birth that is not the first day of a half-year, which stands for one that nobody knew. */
  EXACT,
  /** A name with more parts. */
  FULLER,
  /** True on a later day; of one day and source, written down later. */
  NEWER,
  /** Learnt on the same day, from a source nearer to the client. */
  TRUSTED,
  /** Nothing tells them apart: that of the file that stays. */
  KEPT;

  String key() {
    return "constituents.merge.better." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
