package org.silah.constituents;

/** The program is told to stop: the import goes on later behind its last step. */
class ImportInterrupted extends RuntimeException {

  private static final long serialVersionUID = 1;
}
