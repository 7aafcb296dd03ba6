package org.silah.constituents.imports;

import java.util.ArrayList;
import java.util.List;

/** Rows as they were cut from a file, to be read by another thread. Bounded by their text too: cells may be long. */
final class Batch {

  private static final int MOST_ROWS = 2_000;
  private static final int MOST_CHARACTERS = 1_000_000;

  record Row(int number, String[] cells) {}

  private final List<Row> rows = new ArrayList<>();
  private int characters;
  private long position;

  void add(int number, String[] cells) {
    rows.add(new Row(number, cells));
    for (var cell : cells) {
      characters += cell.length() + 8;
    }
  }

  boolean isFull() {
    return rows.size() >= MOST_ROWS || characters >= MOST_CHARACTERS;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  List<Row> rows() {
    return rows;
  }

  int lastRow() {
    return rows.getLast().number;
  }

  long position() {
    return position;
  }

  Batch readUpTo(long bytes) {
    position = bytes;
    return this;
  }
}
