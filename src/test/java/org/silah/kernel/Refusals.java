package org.silah.kernel;

/** Why something typed was refused. */
final class Refusals {

  private Refusals() {}

  static String reason(Runnable reading) {
    try {
      reading.run();
    } catch (Unreadable e) {
      return e.code();
    }
    throw new AssertionError("it was read");
  }
}
