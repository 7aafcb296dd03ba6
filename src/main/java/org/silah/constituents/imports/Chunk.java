package org.silah.constituents.imports;

import java.time.Instant;

/**
 * The rows of an import that one transaction commits or undoes: {@code row_no between firstRow and lastRow}.
 *
 * @param recordedBy for the {@code recorded_by} columns: who started it
 */
public record Chunk(ImportSettings settings, int firstRow, int lastRow, Instant at, String recordedBy) {

  public ImportId id() {
    return settings.id();
  }
}
