package org.silah.constituents;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.silah.web.Mistakes;

/** Reads the codes that forms and programs send. */
public final class Codes {

  private Codes() {}

  /** @throws Mistakes if {@code typed} is none of the codes */
  public static <E extends Enum<E>> E of(E[] all, Function<E, String> code, @Nullable String typed, String box) {
    return Arrays.stream(all).filter(one -> code.apply(one).equals(typed)).findFirst()
        .orElseThrow(() -> Mistakes.of(box, typed == null || typed.isEmpty() ? "constituents.text.missing" : "constituents.choice.unknown"));
  }
}
