package org.silah.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as the API answers it.
 *
 * @param next the cursor of the page behind this one, null on the last
 */
public record Listing<R>(List<R> items, @Nullable String next) {

  /** The same page with each row as the outside is to see it. */
  public <T> Listing<T> map(Function<R, T> shown) {
    return new Listing<>(items.stream().map(shown).toList(), next);
  }
}
