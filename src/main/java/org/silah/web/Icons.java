package org.silah.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The pictures of {@code icons/}, drawn into the page so that they take its colour. From Tabler Icons (MIT). */
public final class Icons {

  private static final Pattern OPENING = Pattern.compile("(?s)^.*?<svg.*?>\\s*");
  private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

  private Icons() {}

  /** @throws IllegalArgumentException if there is no such picture */
  public static String svg(String name, String size) {
    return DRAWN.computeIfAbsent(name + " " + size, _ -> draw(name, size));
  }

  private static String draw(String name, String size) {
    try (var file = Icons.class.getResourceAsStream("/icons/" + name + ".svg")) {
      if (file == null) {
        throw new IllegalArgumentException("no icon " + name);
      }
      var inside = OPENING.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8)).replaceFirst("");
      return "<svg class=\"icon " + size + (name.startsWith("arrow-") ? " flip" : "")
          + "\" aria-hidden=\"true\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"
          + inside;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
