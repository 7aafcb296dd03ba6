package org.silah.constituents.imports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PersonName;
import org.silah.kernel.Unreadable;

/** The words of {@code import_words.txt} and {@code import_headers.txt}: what people write for what we mean. */
public final class ImportWords {

  private static final Map<String, Map<String, String>> BY_FIELD = new HashMap<>();

  static {
    lines("import_words.txt").forEach((code, words) -> {
      int dot = code.indexOf('.');
      var known = BY_FIELD.computeIfAbsent(code.substring(0, dot), _ -> new HashMap<>());
      words.forEach(word -> known.put(folded(word), code.substring(dot + 1)));
    });
  }

  private ImportWords() {}

  /** The code that {@code text} stands for, or is. Null if it is no word of this field. */
  public static @Nullable String find(String field, String text) {
    var known = BY_FIELD.getOrDefault(field, Map.of());
    var code = known.get(folded(text));
    return code == null && known.containsValue(text.toLowerCase(java.util.Locale.ROOT)) ? text.toLowerCase(java.util.Locale.ROOT) : code;
  }

  /** @throws Unreadable if it is no word of this field */
  public static String read(String field, String text) {
    var code = find(field, text);
    if (code == null) {
      throw new Unreadable("constituents.import.wrong.word");
    }
    return code;
  }

  public static List<String> headers(String field) {
    return Headers.BY_FIELD.getOrDefault(field, List.of());
  }

  /** Signs such as ✓ are nothing when folded. */
  private static String folded(String text) {
    var folded = PersonName.fold(text);
    return folded.isEmpty() ? text.strip() : folded;
  }

  private static Map<String, List<String>> lines(String file) {
    var lines = new LinkedHashMap<String, List<String>>();
    var resource = Objects.requireNonNull(ImportWords.class.getResourceAsStream(file), file);
    try (var in = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
        int colon = line.indexOf(':');
        lines.put(line.substring(0, colon), Arrays.stream(line.substring(colon + 1).split("\\|")).map(String::strip).toList());
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static final class Headers {
    static final Map<String, List<String>> BY_FIELD = lines("import_headers.txt");
  }
}
