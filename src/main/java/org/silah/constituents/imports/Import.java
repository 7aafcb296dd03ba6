package org.silah.constituents.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.web.Words;

/**
 * A file on its way in.
 *
 * @param counts rows by outcome, and by outcome and reason as {@code joined.phone}
 * @param spread into how many staged rows a row of the file may unfold; all rows here are staged ones
 * @param lastRow the last row, as far as the file was read
 * @param doneRow rows up to here are committed
 * @param undoneRow rows up to here are undone
 * @param claim see {@link Imports#claim}
 * @param askedBy who asked for the present work, as {@code recorded_by} columns have it
 */
record Import(
    ImportId id, String kind, ImportState state, String fileName, long fileBytes, FileShape shape, Columns columns,
    List<List<String>> sample, ImportSettings settings, Map<String, Long> counts, int spread, int lastRow, int doneRow, int undoneRow, long readBytes,
    @Nullable String problem, List<String> problemArgs, int claim, Instant createdAt, String createdBy, String askedBy,
    @Nullable Instant committedAt, @Nullable Instant finishedAt) {

  long count(String outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  long rows() {
    return count("new") + count("joined") + count("repeats") + count("skipped") + count("failed");
  }

  long goingThrough() {
    return count("new") + count("joined") + count("repeats");
  }

  /** Which of the four steps it is in: columns, preview, writing, done. */
  int step() {
    return switch (state) {
      case COLUMNS -> 1;
      case STAGING, PREVIEW -> 2;
      case COMMITTING -> 3;
      case DONE, UNDOING, UNDONE -> 4;
      case DISCARDED, BROKEN -> committedAt != null ? 3 : lastRow > 0 ? 2 : 1;
    };
  }

  /** After it broke while rows were written. */
  boolean canGoOn() {
    return goingThrough() > 0 && lastRow > 0 && undoneRow == 0;
  }

  boolean canBeUndone() {
    return doneRow > 0 || undoneRow > 0;
  }

  /** Why it is broken. */
  @Nullable String problemTold(Words words) {
    return problem == null ? null : words.get(problem, problemArgs.stream().map(arg -> arg.matches("\\d{1,9}") ? (Object) Integer.valueOf(arg) : arg).toArray());
  }

  /**
   * Message key of the sentence that says how it ended.
   *
   * @param kept whether clients stay although it was undone
   */
  String endedKey(boolean kept) {
    return "constituents.import.ended." + (state == ImportState.BROKEN && canBeUndone() ? "half" : state == ImportState.UNDONE && kept ? "undone-but-kept" : state.code());
  }

  /** The row of the file that a staged row comes from. */
  int fileRow(int row) {
    return (row - 1) / spread + 1;
  }

  /** Rows of the file that the present work has behind it. */
  int workedRows() {
    return workedStaged() / spread;
  }

  private int workedStaged() {
    return switch (state) {
      case COMMITTING -> doneRow;
      case UNDOING -> undoneRow / 2;
      default -> lastRow;
    };
  }

  /** How far the present work is, from 0 to 1; null if that cannot be known. */
  @Nullable Double progress() {
    return switch (state) {
      case STAGING -> shape.format() == FileFormat.XLSX || fileBytes == 0 ? null : Math.min(1, (double) readBytes / fileBytes);
      case COMMITTING -> lastRow == 0 ? null : (double) doneRow / lastRow;
      case UNDOING -> lastRow == 0 ? null : (double) undoneRow / lastRow / 2;
      case COLUMNS, PREVIEW, DONE, UNDONE, DISCARDED, BROKEN -> null;
    };
  }
}
