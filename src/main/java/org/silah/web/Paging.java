package org.silah.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list the API is asked for: {@code ?limit=} and {@code ?cursor=}. A handler takes it as a plain parameter,
 * reads {@link #rows} rows behind {@link #after} and answers {@link #listing}.
 *
 * @param limit rows wanted, 1 to {@value #MOST}
 */
public record Paging(int limit, @Nullable String cursor) {

  public static final int MOST = 200;
  public static final int USUAL = 50;

  private static final String BETWEEN = "\u001f";

  /** How many rows to read: the one too many tells whether there is a next page. */
  public int rows() {
    return limit + 1;
  }

  /**
   * Where the page before ended; nothing on the first page.
   *
   * @param key reads the parts that {@link #listing} was given
   * @throws Mistakes if the cursor is not one that we handed out
   */
  public <K> Optional<K> after(Function<List<String>, K> key) {
    if (cursor == null) {
      return Optional.empty();
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Optional.of(key.apply(List.of(text.split(BETWEEN, -1))));
    } catch (RuntimeException forged) {
      throw Mistakes.of("cursor", "web.invalid.cursor");
    }
  }

  /**
   * @param rows at most {@link #rows}, in the order of the list
   * @param key what names a row's place in that order, in one part or several
   */
  public <R> Listing<R> listing(List<R> rows, Function<R, List<?>> key) {
    if (rows.size() <= limit) {
      return new Listing<>(rows, null);
    }
    var shown = rows.subList(0, limit);
    return new Listing<>(shown, cursor(key.apply(shown.getLast())));
  }

  private static String cursor(List<?> key) {
    var text = key.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
