package org.silah.giving;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.kernel.Dates;
import org.silah.kernel.HijriDate;
import org.silah.kernel.Unreadable;
import org.silah.web.Listing;
import org.silah.web.Mistakes;
import org.silah.web.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gifts for other programs. Amounts are decimals in text, so that none is bent on the way; days may be of either calendar. */
@RestController
class GiftApi {

  private final GiftReader reader;
  private final ApiGivers givers;
  private final Intake intake;
  private final Giving giving;
  private final GiftRows rows;

  GiftApi(GiftReader reader, ApiGivers givers, Intake intake, Giving giving, GiftRows rows) {
    this.reader = reader;
    this.givers = givers;
    this.intake = intake;
    this.giving = giving;
    this.rows = rows;
  }

  /** @param clientId the giver, who is told by this, by {@code fileNumber}, or as a new {@code client} */
  record ReceivedGift(
      @Nullable UUID clientId, @Nullable Long fileNumber, ApiGivers.@Nullable NewGiver client, @Nullable String amount, @Nullable String currency,
      @Nullable String givenOn, @Nullable String purpose, @Nullable String designation, @Nullable String channel) {

    TypedGift typed() {
      return new TypedGift(text(amount), text(currency), text(givenOn), text(purpose), text(designation), text(channel));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  record Reversal(@Nullable String reason) {}

  /**
   * @param baseAmount in the charity's own currency, at the rate of the day
   * @param givenOnHijri the same day as {@code 1448-06-12}
   * @param status received or reversed
   */
  record ShownGift(
      UUID id, UUID clientId, String amount, String currency, String baseAmount, String baseCurrency, LocalDate givenOn, String givenOnHijri,
      String purpose, @Nullable String designation, String channel, Instant recordedAt, String status, @Nullable ShownReversal reversal) {

    static ShownGift of(GiftRow row) {
      return new ShownGift(
          row.id().value(), row.giver().value(), row.amount().amount().toPlainString(), row.amount().currency().getCurrencyCode(),
          row.base().amount().toPlainString(), row.base().currency().getCurrencyCode(), row.givenOn(), HijriDate.from(row.givenOn()).toString(),
          row.purpose().code(), row.designation(), row.channel().code(), row.recordedAt(), row.reversed() ? "reversed" : "received",
          switch (row.status()) {
            case Gift.Status.Received() -> null;
            case Gift.Status.Reversed(var reason, var at, _) -> new ShownReversal(reason, at);
          });
    }
  }

  record ShownReversal(String reason, Instant at) {}

  @PostMapping("/api/v1/gifts")
  ResponseEntity<ShownGift> record(@RequestBody ReceivedGift received) {
    var mistakes = new Mistakes();
    if (received.amount() != null && !received.amount().matches("[0-9]{1,18}(\\.[0-9]{1,8})?")) {
      mistakes.add("amount", "giving.amount.decimal");
    }
    var gift = reader.read(received.typed(), mistakes);
    var giver = givers.find(received, mistakes);
    mistakes.raise();
    var id = intake.take(giver.orElseThrow(), gift.orElseThrow());
    return ResponseEntity.created(URI.create("/api/v1/gifts/" + id)).body(show(id.value()));
  }

  @GetMapping("/api/v1/gifts/{id}")
  ShownGift show(@PathVariable UUID id) {
    return rows.find(id.toString()).map(ShownGift::of).orElseThrow();
  }

  /** Newest first. */
  @GetMapping("/api/v1/gifts")
  Listing<ShownGift> list(
      @RequestParam(required = false) @Nullable String from, @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String purpose, @RequestParam(required = false) @Nullable String channel,
      @RequestParam(name = "client_id", required = false) @Nullable String clientId,
      @RequestParam(required = false) @Nullable String status, Paging paging) {
    var mistakes = new Mistakes();
    var filter = new GiftFilter(
        read("from", from, Dates::parse, mistakes), read("to", to, Dates::parse, mistakes), read("purpose", purpose, Purpose::of, mistakes),
        read("channel", channel, GiftChannel::of, mistakes), read("client_id", clientId, PartyId::of, mistakes),
        status == null ? GiftFilter.Standing.ALL : read("status", status, code -> GiftFilter.Standing.valueOf(code.toUpperCase(Locale.ROOT)), mistakes));
    mistakes.raise();
    var after = paging.after(key -> new GiftRows.Cursor(LocalDate.parse(key.getFirst()), UUID.fromString(key.getLast())));
    return paging.listing(rows.page(filter, after.orElse(null), paging.rows()), row -> List.of(row.givenOn(), row.id())).map(ShownGift::of);
  }

  @PostMapping("/api/v1/gifts/{id}/reversal")
  ShownGift reverse(@PathVariable UUID id, @RequestBody Reversal reversal) {
    giving.reverse(new GiftId(id), Reasons.read(reversal.reason()));
    return show(id);
  }

  private static <T> @Nullable T read(String field, @Nullable String text, Function<String, T> reading, Mistakes mistakes) {
    try {
      return text == null ? null : reading.apply(text);
    } catch (Unreadable unreadable) {
      mistakes.add(field, unreadable);
    } catch (IllegalArgumentException none) {
      mistakes.add(field, "web.invalid.value");
    }
    return null;
  }
}
