package org.silah.constituents.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
 *      ─► judge(rows)                            after all clients are matched, and again before rows are written
 *      ─► alreadyRecorded(settings)              rows to skip
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

  /** Those without which a list with these columns says too little. */
  default List<Field> missing(List<String> chosen) {
    return fields().stream().filter(field -> field.required() && !chosen.contains(field.code())).toList();
  }

  /** Whether these columns name the client of a row. */
  default boolean names(List<String> chosen) {
    return ClientFields.NAMES.stream().anyMatch(chosen::contains);
  }

  /** Whether a file whose columns may be those that {@code headed} says is likely a list of this kind. */
  default boolean suits(Predicate<Field> headed) {
    return fields().stream().anyMatch(Field::required) && fields().stream().filter(Field::required).allMatch(headed);
  }

  /** Message key of how a list with these columns is understood; null where that goes without saying. */
  default @Nullable String understood(List<String> chosen, ImportSettings settings) {
    return null;
  }

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

  /**
   * Unfolds each row of a file into the clients it speaks of; null where a row is about one client only.
   *
   * @param fields what each column is said to be
   */
  default @Nullable Unfolding unfolding(List<String> headers, List<String> fields, ImportSettings settings) {
    return null;
  }

  /**
   * Says of rows that would go through what only the kind can know: that their client is known otherwise, or that they cannot be. Asked for
   * the whole file before the preview, and again for the rows that are about to be written.
   */
  default void judge(Rows rows) {}

  /** A query for {@code row_no} of rows in {@code published.import_row} that bring nothing new: they are skipped, saying so. */
  default Optional<Sql> alreadyRecorded(ImportSettings settings) {
    return Optional.empty();
  }

  /** At most so many rows in one transaction. Larger chunks touch a client's summary less often, and lose more when the program is killed. */
  default int chunkRows() {
    return 20_000;
  }

  /** @return clients who were known before and got something; the clients of the chunk's own rows may be among them */
  default Collection<UUID> commit(Chunk chunk) {
    return List.of();
  }

  /**
   * All chunks are undone for the kind before the first is undone for the clients.
   *
   * @return clients from whom something was taken
   */
  default Collection<UUID> undo(Chunk chunk) {
    return List.of();
  }

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
   * The rows that are judged: {@code row_no between first and last}.
   *
   * @param writing whether they are about to be written, in this very transaction; else it is the whole file before its preview
   */
  record Rows(ImportSettings settings, int first, int last, boolean writing) {

    public ImportId id() {
      return settings.id();
    }
  }

  /** Field of a word of ours: the branch numbers such clients by themselves, beside its others. */
  String SERIES = "series";

  /** How a row of a file becomes several staged rows. */
  interface Unfolding {

    /** Into how many at most. Row {@code n} of the file is staged from row {@code (n - 1) * width() + 1} on. */
    int width();

    /** Whether one part that fails fails the whole row, rather than itself. */
    boolean whole();

    /** Who the row is about: the first stands for the row wherever rows are counted and shown. What is wrong is noted through {@code row}. */
    List<Part> parts(Cells row, String[] cells);
  }

  /**
   * One client of a row.
   *
   * @param slot from 0, below the width
   * @param places the columns of each field; one behind the file's own is a word of ours
   * @param cells the row's own, or what of them is said of this client
   * @param among sets the client apart from others of whom a row says the same; null for nothing
   * @param key by this alone the client is known again in lists of this branch, whatever else the row says; null for none
   */
  record Part(int slot, Map<String, int[]> places, String[] cells, @Nullable String among, @Nullable String key) {}

  /**
   * A column that a file may have.
   *
   * @param code stored in mappings, unique among the kind's and the client's fields
   * @param label message key
   * @param required whether a file without it is refused
   * @param headers how people head it, in Arabic and English; compared by {@link org.silah.kernel.PersonName#fold}
   * @param own what it is called, where that is no sentence of ours; then the label names the group it is offered in
   * @param several whether a list may have several such columns
   * @param likely tells from some of a column's values whether it is this one, when the header does not say
   */
  record Field(
      String code, String label, boolean required, List<String> headers, @Nullable Named own, boolean several, @Nullable Likely likely) {

    public static Field required(String code, String label, String... headers) {
      return new Field(code, label, true, List.of(headers), null, false, null);
    }

    public static Field optional(String code, String label, String... headers) {
      return new Field(code, label, false, List.of(headers), null, false, null);
    }

    /** A column that the charity itself named. */
    public static Field named(String code, Named own, String... headers) {
      return new Field(code, "constituents.fields.import", false, List.of(headers), own, false, null);
    }

    public Field likely(Likely likely) {
      return new Field(code, label, required, headers, own, several, likely);
    }

    /** Of which a list may have one after the other. */
    public Field ofSeveral() {
      return new Field(code, label, required, headers, own, true, likely);
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
