package org.silah.giving;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.PersonName;

/** What people's lists say of purposes and channels: {@code gift_words.txt}. */
final class GiftWords {

  private static final Map<String, Purpose> PURPOSES = new HashMap<>();
  private static final Map<String, GiftChannel> CHANNELS = new HashMap<>();

  static {
    for (var purpose : Purpose.values()) {
      PURPOSES.put(PersonName.fold(purpose.code()), purpose);
    }
    for (var channel : GiftChannel.values()) {
      CHANNELS.put(PersonName.fold(channel.code()), channel);
    }
    read();
  }

  private GiftWords() {}

  /** @param designation what the words name beside the purpose, null for nothing */
  record Meant(Purpose purpose, @Nullable String designation) {}

  /** A known purpose; one whose first word is known, such as كفالة يتيم, names what it is for; the rest names a project. */
  static Meant purpose(String text) {
    var folded = PersonName.fold(text);
    var known = PURPOSES.get(folded);
    if (known != null) {
      return new Meant(known, null);
    }
    int blank = folded.indexOf(' ');
    var first = blank < 0 ? null : PURPOSES.get(folded.substring(0, blank));
    return new Meant(first == null || first == Purpose.GENERAL ? Purpose.PROJECT : first, text);
  }

  /** Other for whatever is not known. */
  static GiftChannel channel(String text) {
    return CHANNELS.getOrDefault(PersonName.fold(text), GiftChannel.OTHER);
  }

  private static void read() {
    var file = Objects.requireNonNull(GiftWords.class.getResourceAsStream("gift_words.txt"));
    try (var in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      in.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(GiftWords::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(String line) {
    var parts = line.split("[.:]", 3);
    for (var word : parts[2].split("\\|")) {
      if (parts[0].equals("purpose")) {
        PURPOSES.put(PersonName.fold(word), Purpose.of(parts[1]));
      } else {
        CHANNELS.put(PersonName.fold(word), GiftChannel.of(parts[1]));
      }
    }
  }
}
