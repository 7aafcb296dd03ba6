package org.silah.copies;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a complete copy says of itself; written last, because only then it is known.
 *
 * @param format grows when copies of before cannot be read any more
 * @param silah the version that wrote it, for people: whether it fits is told by the files themselves
 * @param sequences how far each had come
 */
record Manifest(int format, String silah, Instant at, Charity charity, List<Part> files, Documents documents, Map<String, Long> sequences) {

  static final int FORMAT = 1;
  static final String NAME = "manifest.json";

  record Charity(String ar, String en) {}

  /** @param bytes as they are when unpacked */
  record Part(String name, long rows, long bytes, String sha256) {}

  record Documents(long files, long bytes) {}
}
