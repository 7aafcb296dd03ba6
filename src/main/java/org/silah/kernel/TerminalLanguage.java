package org.silah.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The language in which to speak to whoever sits at the terminal. */
public final class TerminalLanguage {

  static final Set<String> SPOKEN = Set.of("ar", "en");

  private TerminalLanguage() {}

  /** {@code ar} or {@code en} if SILAH_LANG, or else LANG, names one of them; what it names beyond, as in {@code ar_SA.UTF-8}, is left aside. */
  public static Optional<String> wished() {
    return Stream.of("SILAH_LANG", "LANG")
        .map(System::getenv)
        .filter(wish -> wish != null && wish.length() > 1)
        .map(wish -> wish.substring(0, 2))
        .filter(SPOKEN::contains)
        .findFirst();
  }
}
