package org.silah.constituents.documents;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.Typed;

/** The name of a file, made one that is safe on every system and says what the file is. */
final class FileNames {

  private static final int LONGEST = 120;
  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");
  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\"*:<>?|;%]+");
  /** One after another at the end, such as those of {@code report.pdf.exe}. */
  private static final Pattern EXTENSIONS = Pattern.compile("(\\.[\\p{Alnum}]{1,5})+$");
  private static final String NAMELESS = "document";

  private FileNames() {}

  static String of(@Nullable String given, FileType type) {
    var bare = FOLDERS.matcher(given == null ? "" : given.replaceAll("[\\r\\n]", " ")).replaceFirst("");
    var plain = Typed.line(bare.length() > 10 * LONGEST ? bare.substring(0, 10 * LONGEST) : bare, 10 * LONGEST);
    var base = EXTENSIONS.matcher(plain == null ? "" : plain).replaceFirst("");
    var safe = UNSAFE.matcher(base).replaceAll(" ").replaceAll("^[\\s.~-]+|[\\s.]+$", "").replaceAll("\\s+", " ");
    var within = safe.codePointCount(0, safe.length()) > LONGEST ? safe.substring(0, safe.offsetByCodePoints(0, LONGEST)).strip() : safe;
    return (within.isEmpty() ? NAMELESS : within) + "." + type.extension();
  }
}
