package org.silah.giving;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.kernel.Dates;
import org.silah.web.Mistakes;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of a list of gifts as they stand in its address.
 *
 * @param giverText what stands in the box for the giver; null when the list was not reached through its form
 */
record Filtering(
    String from, String to, String purpose, String channel, String standing, String giver, @BindParam("giver-text") @Nullable String giverText) {

  Filtering(
      @Nullable String from, @Nullable String to, @Nullable String purpose, @Nullable String channel, @Nullable String standing,
      @Nullable String giver, @BindParam("giver-text") @Nullable String giverText) {
    this.from = typed(from);
    this.to = typed(to);
    this.purpose = typed(purpose);
    this.channel = typed(channel);
    this.standing = typed(standing);
    this.giver = typed(giver);
    this.giverText = giverText == null ? null : giverText.strip();
  }

  /** A filter that cannot be read is noted and filters nothing. */
  GiftFilter read(Mistakes mistakes) {
    var first = Fields.read(mistakes, "from", () -> from.isEmpty() ? null : Dates.parse(from));
    var last = Fields.read(mistakes, "to", () -> to.isEmpty() ? null : Dates.parse(to));
    var counts = one(standing, code -> GiftFilter.Standing.valueOf(code.toUpperCase(Locale.ROOT)));
    return new GiftFilter(first, last, one(purpose, Purpose::of), one(channel, GiftChannel::of), one(giver, PartyId::of),
        counts == null ? GiftFilter.Standing.ALL : counts);
  }

  /** What the box for the giver shows when nobody is chosen. */
  String inBox() {
    return giverText == null ? "" : giverText;
  }

  boolean any() {
    return !asked().isEmpty() || isUnsure();
  }

  /** Whether the words in the box for the giver stand for nobody in particular. */
  boolean isUnsure() {
    return giver.isEmpty() && !inBox().isEmpty();
  }

  Filtering over(String first, String last) {
    return new Filtering(first, last, purpose, channel, standing, giver, null);
  }

  /** Of this giver; null for everybody's. */
  Filtering of(@Nullable PartyId party) {
    return new Filtering(from, to, purpose, channel, standing, party == null ? "" : party.toString(), null);
  }

  /** The address of {@code path} with these filters. */
  String at(String path) {
    var address = UriComponentsBuilder.fromPath(path);
    var asked = asked();
    asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(asked).toUriString();
  }

  /** The address of the page of the list after the row of {@code cursor}. */
  String after(String cursor) {
    return at("/gifts") + (asked().isEmpty() ? "?" : "&") + "after=" + cursor;
  }

  private Map<String, String> asked() {
    var asked = new LinkedHashMap<String, String>();
    asked.put("from", from);
    asked.put("to", to);
    asked.put("purpose", purpose);
    asked.put("channel", channel);
    asked.put("standing", standing);
    asked.put("giver", giver);
    asked.values().removeIf(String::isEmpty);
    asked.remove("standing", GiftFilter.Standing.ALL.code());
    return asked;
  }

  private static <T> @Nullable T one(String text, Function<String, T> reading) {
    try {
      return text.isEmpty() ? null : reading.apply(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
