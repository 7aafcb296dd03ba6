package org.silah.copies;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.silah.kernel.CopiedTable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A complete copy that somebody hands us. Names in it only choose what is read and never become paths; what unfolds to more than it says
 * is given up at that byte.
 */
final class CopyFile implements AutoCloseable {

  static final String DOCUMENTS = "documents/";

  private static final Pattern CONTENT = Pattern.compile(DOCUMENTS + "([0-9a-f]{64})");
  private static final Set<String> READ_ME = Set.of("README.ar.txt", "README.en.txt");
  private static final int LONGEST_MANIFEST = 4_000_000;
  private static final int LONGEST_HEADER = 20_000;
  /** No list of people packs better than this. */
  private static final long MOST_FOLDED = 500;
  private static final long SMALL = 1_000_000;

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;
  private final Manifest manifest;

  private CopyFile(ZipFile zip, JsonMapper json) throws IOException {
    this.zip = zip;
    this.entries = entries(zip);
    var entry = entries.get(Manifest.NAME);
    if (entry == null) {
      throw new CopyUnfit("none");
    }
    try (var in = zip.getInputStream(entry)) {
      manifest = json.readValue(in.readNBytes(LONGEST_MANIFEST), Manifest.class);
    } catch (JacksonException unreadable) {
      throw new CopyUnfit("none");
    }
    if (manifest.format() != Manifest.FORMAT) {
      throw new CopyUnfit("version", manifest.silah());
    }
    if (manifest.files() == null || manifest.sequences() == null || manifest.documents() == null) {
      throw new CopyUnfit("none");
    }
  }

  /** @throws CopyUnfit if it is none */
  static CopyFile open(Path file, JsonMapper json) {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException none) {
      throw new CopyUnfit("none");
    } catch (IOException unreadable) {
      throw new CopyUnfit("no-file", file.toString());
    }
    try {
      return new CopyFile(zip, json);
    } catch (IOException | RuntimeException unfit) {
      close(zip);
      throw unfit instanceof RuntimeException rule ? rule : new CopyUnfit("broken", Manifest.NAME);
    }
  }

  private static Map<String, ZipEntry> entries(ZipFile zip) {
    var all = new HashMap<String, ZipEntry>();
    zip.stream().forEach(entry -> {
      if (all.put(entry.getName(), entry) != null) {
        throw new CopyUnfit("unknown", entry.getName());
      }
    });
    return all;
  }

  Manifest manifest() {
    return manifest;
  }

  /** All of it, before a row is written anywhere. @throws CopyUnfit for whatever is missing, too much, altered or of another version */
  void check(List<CopiedTable> tables) {
    var parts = new HashMap<String, Manifest.Part>();
    manifest.files().forEach(part -> parts.put(part.name(), part));
    var known = new HashSet<>(READ_ME);
    known.add(Manifest.NAME);
    for (var table : tables) {
      var name = CopyWriter.name(table.name());
      known.add(name);
      var part = parts.remove(name);
      if (part == null) {
        throw new CopyUnfit("version", manifest.silah());
      }
      check(part);
      if (!header(name).equals(String.join(",", table.columns()))) {
        throw new CopyUnfit("version", manifest.silah());
      }
    }
    if (!parts.isEmpty()) {
      throw new CopyUnfit("version", manifest.silah());
    }
    var documents = new HashSet<String>();
    for (var name : entries.keySet()) {
      var content = CONTENT.matcher(name);
      if (content.matches()) {
        checkDocument(name, content.group(1));
        documents.add(name);
      } else if (!known.contains(name)) {
        throw new CopyUnfit("unknown", name);
      }
    }
    if (documents.size() != manifest.documents().files()) {
      throw new CopyUnfit("broken", DOCUMENTS);
    }
  }

  private void check(Manifest.Part part) {
    var read = measured(part.name(), part.bytes());
    if (read.bytes() != part.bytes() || !read.sha256().equals(part.sha256())) {
      throw new CopyUnfit("broken", part.name());
    }
  }

  private void checkDocument(String name, String sha256) {
    if (!measured(name, manifest.documents().bytes()).sha256().equals(sha256)) {
      throw new CopyUnfit("broken", name);
    }
  }

  /** @param most bytes it may unfold to */
  private Measured measured(String name, long most) {
    var entry = entries.get(name);
    if (entry == null || entry.isDirectory() || most > SMALL && most / MOST_FOLDED > Math.max(1, entry.getCompressedSize())) {
      throw new CopyUnfit("broken", name);
    }
    var measured = new Measured(OutputStream.nullOutputStream());
    var block = new byte[1 << 16];
    try (var in = zip.getInputStream(entry)) {
      for (int many = in.read(block); many >= 0; many = in.read(block)) {
        measured.write(block, 0, many);
        if (measured.bytes() > most) {
          throw new CopyUnfit("broken", name);
        }
      }
    } catch (IOException unreadable) {
      throw new CopyUnfit("broken", name);
    }
    return measured;
  }

  private String header(String name) {
    var line = new StringBuilder();
    try (var in = rows(name)) {
      for (int one = in.read(); one >= 0 && one != '\n' && line.length() < LONGEST_HEADER; one = in.read()) {
        line.append((char) one);
      }
    } catch (IOException unreadable) {
      throw new CopyUnfit("broken", name);
    }
    return line.toString();
  }

  long rowsOf(CopiedTable table) {
    return manifest.files().stream().filter(part -> part.name().equals(CopyWriter.name(table.name()))).findFirst().orElseThrow().rows();
  }

  InputStream rowsIn(CopiedTable table) {
    try {
      return rows(CopyWriter.name(table.name()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Behind the mark of its encoding. */
  private InputStream rows(String name) throws IOException {
    var in = zip.getInputStream(entries.get(name));
    in.skipNBytes(CopyWriter.BOM.length);
    return in;
  }

  /** @throws CopyUnfit if a row speaks of a content that is not there */
  InputStream document(String sha256) throws IOException {
    var entry = entries.get(DOCUMENTS + sha256);
    if (entry == null) {
      throw new CopyUnfit("broken", DOCUMENTS + sha256);
    }
    return zip.getInputStream(entry);
  }

  Set<String> documents() {
    return entries.keySet().stream().map(CONTENT::matcher).filter(java.util.regex.Matcher::matches).map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    close(zip);
  }
}
