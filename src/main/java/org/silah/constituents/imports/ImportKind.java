package org.silah.constituents.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Sql;
import org.silah.web.Named;
import org.silah.web.Page;
import org.silah.web.Words;

/**
 * What a spreadsheet can bring: clients, or something about clients such as gifts. A bean of this type adds a kind of import;
 * constituents reads the file, proposes the columns, stages every row once, finds or makes the client of each row, shows the
 * preview, commits in chunks, undoes. The kind only does what is its own, and always for many rows in one statement:
 *
 * <pre>
 * file ─► reader(settings).read(cells, values)   per row: its own cells, typed, go to its staging table by {@link #copy}
 *      ─► alreadyRecorded(settings)              after all clients are matched: rows to skip
 *      ─► commit(chunk)                          in the transaction that made the clients of these rows
 *      ─► undo(chunk)                            before the clients of these rows are undone
 *      ─► clear(import)                          its staging rows are no longer needed
 * </pre>
 *
 * The client of each row that goes through stands in the view {@code published.import_row (import_id, row_no, party_id)},
 * before the commit too; rows that fail or are skipped are not in it. Whatever a commit writes must carry {@code import_id},
 * so that it can be undone. A chunk is committed or undone at most once, also when the program was killed in between.
 */
public interface ImportKind {

  /** The word for it on the command line and in addresses: {@code gifts}. */
  String code();

  /** Message key of its name in the plural. */
  String name();

  /** Its columns beside those of the client, in the order they are offered. */
  List<Field> fields();

  /** What the user may choose for an import of this kind beyond the branch, region and language. */
  default List<Option> options() {
    return List.of();
  }

  /**
   * The statement that takes its values of a batch of rows into a table of its own:
   * {@code copy giving.staged_gift (import_id, row_no, amount_minor, …) from stdin (format binary)}. The first two columns are
   * always {@code import_id uuid, row_no int}; the others come as the reader writes them. Null if it stages nothing.
   */
  default @Nullable Sql copy() {
    return null;
  }

  /** A reader for one import; its method is called from several threads at once. */
  Reader reader(ImportSettings settings);

  /** A query for {@code row_no} of rows in {@code published.import_row} that bring nothing new: they are skipped, saying so. */
  default Optional<Sql> alreadyRecorded(ImportSettings settings) {
    return Optional.empty();
  }

  /** At most so many rows in one transaction. Larger chunks touch a client's summary less often, and lose more when the program is killed. */
  default int chunkRows() {
    return 20_000;
  }

  default void commit(Chunk chunk) {}

  /** All chunks are undone for the kind before the first is undone for the clients. */
  default void undo(Chunk chunk) {}

  /** Deletes what is staged for {@code id}. */
  default void clear(ImportId id) {}

  /** Whether clients that an import made keep their row when it is undone, because what was recorded of them stays, reversed. */
  default boolean leavesTraces() {
    return false;
  }

  /** Message keys above its columns in the preview. */
  default List<String> previewHeadings() {
    return List.of();
  }

  /** What it staged for these rows, as many texts as there are headings. */
  default Map<Integer, List<String>> preview(ImportId id, Collection<Integer> rows, Page page) {
    return Map.of();
  }

  /** What these rows became, once they are committed. */
  default Map<Integer, Recorded> recorded(ImportId id, Collection<Integer> rows, Page page) {
    return Map.of();
  }

  /**
   * @param path where it can be looked at
   * @param texts as many as there are headings
   */
  record Recorded(String path, List<String> texts) {}

  /** Totals of the rows that go through, as sentences: what a control sum is compared with. */
  default List<String> totals(ImportId id, Words words) {
    return List.of();
  }

  /**
   * A column that a file may have.
   *
   * @param code stored in mappings, unique among the kind's and the client's fields
   * @param label message key
   * @param required whether a file without it is refused
   * @param headers how people head it, in Arabic and English; compared by {@link org.silah.kernel.PersonName#fold}
   * @param own what it is called, where that is no sentence of ours; then the label names the group it is offered in
   * @param likely tells from some of a column's values whether it is this one, when the header does not say
   */
  record Field(String code, String label, boolean required, List<String> headers, @Nullable Named own, @Nullable Likely likely) {

    public static Field required(String code, String label, String... headers) {
      return new Field(code, label, true, List.of(headers), null, null);
    }

    public static Field optional(String code, String label, String... headers) {
      return new Field(code, label, false, List.of(headers), null, null);
    }

    /** A column that the charity itself named. */
    public static Field named(String code, Named own, String... headers) {
      return new Field(code, "constituents.fields.import", false, List.of(headers), own, null);
    }

    public Field likely(Likely likely) {
      return new Field(code, label, required, headers, own, likely);
    }

    String name(Words words) {
      return own == null ? words.get(label) : own.name(words.language());
    }
  }

  @FunctionalInterface
  interface Likely {
    boolean looksLikeIt(String value);
  }

  /**
   * Something to choose.
   *
   * @param choices value to message key; empty for a number of at most four digits
   */
  record Option(String code, String label, String hint, String byDefault, Map<String, String> choices) {}

  @FunctionalInterface
  interface Reader {

    /** Reads one row. What is wrong is noted through {@code cells}; then the row fails and what was written of it is dropped. */
    void read(Cells cells, Values values);
  }
}
