package org.silah.constituents.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.silah.kernel.PlainCell;

/** A text file with a row a line. A byte that the encoding does not have stops the reading: nothing garbled is ever kept. */
final class Csv implements ImportSheet {

  /** Beyond this a quote was opened and never closed. */
  private static final int LONGEST_FIELD = 1_000_000;
  private static final int MANY_FIELDS = 20_000;

  private final CsvReader<String[]> csv;
  private final CloseableIterator<String[]> rows;
  private final Count count;
  private int row;
  private String[] cells = {};

  private Csv(Reader text, char delimiter, Count count) {
    this.count = count;
    csv = CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .build(StringArrayHandler.builder().maxFields(MANY_FIELDS).maxFieldSize(LONGEST_FIELD).maxRecordSize(4 * LONGEST_FIELD).build(), text);
    rows = csv.iterator();
  }

  /** @param bytes from the start of the file; a byte order mark is passed over */
  static Csv read(InputStream bytes, Charset encoding, char delimiter) throws IOException {
    var decoder = encoding.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    var count = new Count(bytes);
    try {
      return new Csv(withoutMark(new InputStreamReader(count, decoder)), delimiter, count);
    } catch (CharacterCodingException e) {
      throw new ImportRefused("garbled", 1);
    }
  }

  static Csv read(Reader text, char delimiter) {
    return new Csv(text, delimiter, new Count(InputStream.nullInputStream()));
  }

  private static Reader withoutMark(Reader text) throws IOException {
    var reader = new java.io.PushbackReader(new java.io.BufferedReader(text, 1 << 16), 1);
    int first = reader.read();
    if (first != -1 && first != '\uFEFF') {
      reader.unread(first);
    }
    return reader;
  }

  @Override
  public boolean next() throws IOException {
    try {
      if (!rows.hasNext()) {
        return false;
      }
      cells = rows.next();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw garbled();
      }
      throw e.getCause();
    } catch (CsvParseException e) {
      throw e.getCause() instanceof CharacterCodingException ? garbled() : new ImportRefused("quote", row + 1);
    }
    row++;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = PlainCell.plain(cells[i]);
    }
    return true;
  }

  private ImportRefused garbled() {
    return new ImportRefused("garbled", row + 1);
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public String[] cells() {
    return cells;
  }

  @Override
  public long position() {
    return count.bytes;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private static final class Count extends FilterInputStream {

    private long bytes;

    Count(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      bytes += Math.max(0, read);
      return read;
    }
  }
}
