package org.silah.constituents.imports;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The rows of an import that one transaction commits or undoes: {@code row_no between firstRow and lastRow}.
 *
 * @param recordedBy for the {@code recorded_by} columns: who started it
 */
public record Chunk(ImportSettings settings, int firstRow, int lastRow, Instant at, String recordedBy) {

  public ImportId id() {
    return settings.id();
  }

  /** Gives a statement of the commit what it is to write: which rows, and what stands in every row that comes of them. */
  public StatementSpec into(StatementSpec statement) {
    return statement
        .param("import", id().value()).param("first", firstRow).param("last", lastRow)
        .param("branch", settings.branch().id()).param("source", settings.source()).param("language", settings.language().code()).param("today", settings.today())
        .param("at", Timestamp.from(at)).param("by", recordedBy);
  }
}
