package org.silah.constituents.imports;

/** Somebody else works on this import now, or it was stopped: whoever gets this stops without a word. */
class ImportTakenOver extends RuntimeException {

  private static final long serialVersionUID = 1;

  ImportTakenOver(ImportId id) {
    super(id.toString());
  }
}
