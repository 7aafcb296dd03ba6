package org.silah.constituents.imports;

/** The program is told to stop: the import goes on later behind its last step. */
class ImportInterrupted extends RuntimeException {

  private static final long serialVersionUID = 1;
}
