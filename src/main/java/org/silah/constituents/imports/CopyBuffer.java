package org.silah.constituents.imports;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's binary COPY format, gathered in memory. Nothing in a text has to be escaped. */
final class CopyBuffer implements Values {

  private static final byte[] HEADER = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0};
  private static final byte[] END = {(byte) 0xFF, (byte) 0xFF};
  private static final long EPOCH = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int TEXT_OID = 25;

  private byte[] bytes;
  private int size;
  private int rowStart;
  private int fields;

  CopyBuffer(int expected) {
    bytes = new byte[expected];
  }

  static byte[] header() {
    return HEADER.clone();
  }

  static byte[] end() {
    return END.clone();
  }

  CopyBuffer beginRow() {
    rowStart = size;
    fields = 0;
    room(2);
    size += 2;
    return this;
  }

  void beginRow(UUID importId, int row) {
    beginRow().uuid(importId).integer(row);
  }

  void endRow() {
    bytes[rowStart] = (byte) (fields >> 8);
    bytes[rowStart + 1] = (byte) fields;
  }

  /** Takes back what was written since the row began. */
  void dropRow() {
    size = rowStart;
  }

  /** Takes back what was written since {@link #size} was {@code before}. */
  void backTo(int before) {
    size = before;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(CopyBuffer other) {
    room(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }

  void clear() {
    size = 0;
  }

  @Override
  public CopyBuffer text(@Nullable String value) {
    fields++;
    if (value == null) {
      return int4(-1);
    }
    return encoded(value);
  }

  @Override
  public CopyBuffer number(@Nullable Long value) {
    fields++;
    return value == null ? int4(-1) : int4(8).int8(value);
  }

  @Override
  public CopyBuffer integer(@Nullable Integer value) {
    fields++;
    return value == null ? int4(-1) : int4(4).int4(value);
  }

  @Override
  public CopyBuffer flag(@Nullable Boolean value) {
    fields++;
    if (value == null) {
      return int4(-1);
    }
    int4(1);
    room(1);
    bytes[size++] = (byte) (value ? 1 : 0);
    return this;
  }

  @Override
  public CopyBuffer date(@Nullable LocalDate value) {
    fields++;
    return value == null ? int4(-1) : int4(4).int4((int) (value.toEpochDay() - EPOCH));
  }

  CopyBuffer uuid(@Nullable UUID value) {
    fields++;
    return value == null ? int4(-1) : int4(16).int8(value.getMostSignificantBits()).int8(value.getLeastSignificantBits());
  }

  /** For {@code jsonb}. */
  CopyBuffer json(@Nullable String value) {
    fields++;
    if (value == null) {
      return int4(-1);
    }
    var text = value.getBytes(StandardCharsets.UTF_8);
    int4(text.length + 1);
    room(1);
    bytes[size++] = 1;
    return raw(text);
  }

  /** For {@code text[]}; an empty list is null. */
  CopyBuffer texts(List<String> values) {
    fields++;
    if (values.isEmpty()) {
      return int4(-1);
    }
    int start = size;
    int4(0).int4(1).int4(0).int4(TEXT_OID).int4(values.size()).int4(1);
    values.forEach(this::encoded);
    int end = size;
    size = start;
    int4(end - start - 4);
    size = end;
    return this;
  }

  /** PostgreSQL keeps no NUL. */
  private CopyBuffer encoded(String value) {
    var text = (value.indexOf(0) < 0 ? value : value.replace("\0", "")).getBytes(StandardCharsets.UTF_8);
    return int4(text.length).raw(text);
  }

  private CopyBuffer raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  private CopyBuffer int8(long value) {
    return int4((int) (value >> 32)).int4((int) value);
  }

  private CopyBuffer int4(int value) {
    room(4);
    bytes[size++] = (byte) (value >> 24);
    bytes[size++] = (byte) (value >> 16);
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) value;
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
