package org.silah.constituents.imports;

import java.io.IOException;

/** The rows of a file, one after the other. Closing it gives back whatever it was read from. */
interface ImportSheet extends AutoCloseable {

  /**
   * Goes to the next row.
   *
   * @throws ImportRefused if the file cannot be read on
   */
  boolean next() throws IOException;

  /** The row's number as a spreadsheet program shows it: the first is 1. */
  int row();

  /** The row's cells as texts, the apostrophe of an export taken off. */
  String[] cells();

  /** Bytes of the file read so far, 0 where that cannot be told. */
  long position();

  @Override
  void close() throws IOException;
}
