package org.silah.constituents.documents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A TIFF is a directory a page, each a list of tags that point anywhere into the file. Those of the picture stay where they are;
 * the others are taken from the directories, and every byte that no tag points to any more becomes zero.
 */
final class Tiff {

  private static final int PAGES = 500;
  private static final int VALUES = 1 << 20;
  private static final int ENTRY = 12;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int ORIENTATION = 274;
  private static final int OLD_JPEG = 6;
  /** Of a pixel, and the bits of each: no scanner makes more, and a decoder would need memory for all. */
  private static final int SAMPLES = 5;
  private static final int DEEPEST = 16;
  private static final Set<Integer> OFFSETS = Set.of(273, 324);
  private static final Set<Integer> LENGTHS = Set.of(279, 325);
  private static final Set<Integer> KEPT = Set.of(
      254, 255, WIDTH, HEIGHT, BITS, COMPRESSION, 262, 263, 266, 273, ORIENTATION, 277, 278, 279, 282, 283, 284, 292, 293, 296, 297, 301, 317, 318, 319, 320,
      322, 323, 324, 325, 332, 338, 339, 347, 529, 530, 531, 532, 34675);
  /** Bytes of a value by its type, as the format numbers them. */
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

  private record Range(long from, long length) {
    long end() {
      return from + length;
    }
  }

  private record Patch(long at, byte[] bytes) {}

  private final FileChannel file;
  private final ByteOrder order;
  private final List<Range> kept = new ArrayList<>();
  private final List<Patch> patches = new ArrayList<>();

  private Tiff(FileChannel file, ByteOrder order) {
    this.file = file;
    this.order = order;
  }

  static Picture strip(Path file, Path clean, long most) throws IOException {
    Files.copy(file, clean, StandardCopyOption.REPLACE_EXISTING);
    try (var channel = FileChannel.open(clean, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      var head = ByteBuffer.allocate(8);
      channel.read(head, 0);
      var order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      if (head.order(order).getShort(2) != 42) {
        throw new FileRefused("damaged");
      }
      return new Tiff(channel, order).strip(Integer.toUnsignedLong(head.getInt(4)), most);
    }
  }

  private Picture strip(long first, long most) throws IOException {
    kept.add(new Range(0, 8));
    Picture picture = null;
    int pages = 0;
    for (long at = first; at != 0; pages++) {
      if (pages == PAGES) {
        throw new FileRefused("damaged");
      }
      int entries = Short.toUnsignedInt(read(at, 2).getShort(0));
      var directory = read(at + 2, entries * ENTRY + 4);
      var page = page(at, entries, directory, most);
      picture = picture == null ? page : picture;
      at = Integer.toUnsignedLong(directory.getInt(entries * ENTRY));
    }
    if (picture == null) {
      throw new FileRefused("damaged");
    }
    clear();
    for (var patch : patches) {
      file.write(ByteBuffer.wrap(patch.bytes), patch.at);
    }
    return picture;
  }

  private Picture page(long at, int entries, ByteBuffer directory, long most) throws IOException {
    var fewer = ByteBuffer.allocate(2 + entries * ENTRY + 4).order(order);
    var offsets = new ArrayList<Long>();
    var lengths = new ArrayList<Long>();
    long width = 0;
    long height = 0;
    int orientation = Exif.UPRIGHT;
    int count = 0;
    for (int i = 0; i < entries; i++) {
      int entry = i * ENTRY;
      int tag = Short.toUnsignedInt(directory.getShort(entry));
      if (!KEPT.contains(tag)) {
        continue;
      }
      fewer.put(2 + count++ * ENTRY, directory, entry, ENTRY);
      var values = values(directory, entry);
      if (OFFSETS.contains(tag)) {
        offsets.addAll(values);
      } else if (LENGTHS.contains(tag)) {
        lengths.addAll(values);
      } else if (tag == WIDTH) {
        width = values.getFirst();
      } else if (tag == HEIGHT) {
        height = values.getFirst();
      } else if (tag == ORIENTATION) {
        orientation = values.getFirst() >= 1 && values.getFirst() <= 8 ? values.getFirst().intValue() : Exif.UPRIGHT;
      } else if (tag == COMPRESSION && values.getFirst() == OLD_JPEG || tag == BITS && isTooDeep(values)) {
        throw new FileRefused("damaged");
      }
    }
    Picture.within(width, height, most);
    fewer.putShort(0, (short) count);
    fewer.put(2 + count * ENTRY, directory, entries * ENTRY, 4);
    patches.add(new Patch(at, fewer.array()));
    kept.add(new Range(at, 2L + count * ENTRY + 4));
    keep(offsets, lengths);
    return new Picture((int) width, (int) height, orientation, true);
  }

  private static boolean isTooDeep(List<Long> bits) {
    return bits.size() > SAMPLES || bits.stream().anyMatch(one -> one > DEEPEST);
  }

  private void keep(List<Long> offsets, List<Long> lengths) {
    if (offsets.isEmpty() || offsets.size() != lengths.size()) {
      throw new FileRefused("damaged");
    }
    for (int i = 0; i < offsets.size(); i++) {
      kept.add(new Range(offsets.get(i), lengths.get(i)));
    }
  }

  /** Of numbers only; where the values lie elsewhere in the file, that place is kept. Never empty. */
  private List<Long> values(ByteBuffer directory, int entry) throws IOException {
    int type = Short.toUnsignedInt(directory.getShort(entry + 2));
    long count = Integer.toUnsignedLong(directory.getInt(entry + 4));
    if (type == 0 || type >= SIZES.length || count == 0 || count > VALUES) {
      throw new FileRefused("damaged");
    }
    int length = (int) count * SIZES[type];
    var bytes = directory.slice(entry + 8, 4).order(order);
    if (length > 4) {
      long at = Integer.toUnsignedLong(bytes.getInt(0));
      bytes = read(at, length);
      kept.add(new Range(at, length));
    }
    var values = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      values.add(switch (SIZES[type]) {
        case 1 -> (long) Byte.toUnsignedInt(bytes.get(i));
        case 2 -> (long) Short.toUnsignedInt(bytes.getShort(2 * i));
        case 4 -> Integer.toUnsignedLong(bytes.getInt(4 * i));
        default -> 0L;
      });
    }
    return values;
  }

  private void clear() throws IOException {
    kept.sort(Comparator.comparingLong(Range::from));
    long end = file.size();
    long at = 0;
    for (var range : kept) {
      if (range.end() > end) {
        throw new FileRefused("damaged");
      }
      zero(at, range.from);
      at = Math.max(at, range.end());
    }
    file.truncate(at);
  }

  private void zero(long from, long until) throws IOException {
    var nothing = new byte[8192];
    for (long at = from; at < until;) {
      at += file.write(ByteBuffer.wrap(nothing, 0, (int) Math.min(nothing.length, until - at)), at);
    }
  }

  private ByteBuffer read(long at, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length).order(order);
    if (at < 8 || at + length > file.size() || file.read(bytes, at) < length) {
      throw new FileRefused("damaged");
    }
    return bytes;
  }
}
