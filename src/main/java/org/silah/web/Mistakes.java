package org.silah.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;

/**
 * What is wrong with what was sent: a sentence for each field that must be mended. A page shows them beside its fields;
 * thrown, they become the API's answer 422.
 */
public final class Mistakes extends RuntimeException {

  /** @param key message key of the sentence */
  public record Mistake(String field, String key, List<@Nullable Object> args) {}

  private final transient List<Mistake> all = new ArrayList<>();

  public Mistakes() {
    super("mistakes", null, false, false);
  }

  public static Mistakes of(String field, String key, @Nullable Object... args) {
    return new Mistakes().add(field, key, args);
  }

  public Mistakes add(String field, String key, @Nullable Object... args) {
    all.add(new Mistake(field, key, java.util.Arrays.asList(args)));
    return this;
  }

  public Mistakes add(String field, Unreadable unreadable) {
    return add(field, unreadable.code(), unreadable.args());
  }

  public Mistakes add(String field, BrokenRule rule) {
    return add(field, rule.key(), rule.args());
  }

  public List<Mistake> all() {
    return List.copyOf(all);
  }

  public boolean none() {
    return all.isEmpty();
  }

  /** Goes on if there are none. */
  public void raise() {
    if (!none()) {
      throw this;
    }
  }

  /** Field to sentence, the first of each field: what a form shows. */
  public Map<String, String> in(Words words) {
    var sentences = new LinkedHashMap<String, String>();
    all.forEach(mistake -> sentences.putIfAbsent(mistake.field(), words.get(mistake.key(), mistake.args().toArray())));
    return sentences;
  }
}
