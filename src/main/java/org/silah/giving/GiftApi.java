package org.silah.giving;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.kernel.Dates;
import org.silah.kernel.HijriDate;
import org.silah.web.Listing;
import org.silah.web.Mistakes;
import org.silah.web.Paging;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gifts for other programs. Amounts are decimals in text, so that none is bent on the way; days may be of either calendar. */
@RestController
class GiftApi {

  private static final String AMOUNT = "^[0-9]{1,18}(\\.[0-9]{1,8})?$";

  private final GiftReader reader;
  private final ApiGivers givers;
  private final Intake intake;
  private final Giving giving;
  private final GiftRows rows;
  private final Constituents constituents;
  private final Audit audit;

  GiftApi(GiftReader reader, ApiGivers givers, Intake intake, Giving giving, GiftRows rows, Constituents constituents, Audit audit) {
    this.reader = reader;
    this.givers = givers;
    this.intake = intake;
    this.giving = giving;
    this.rows = rows;
    this.constituents = constituents;
    this.audit = audit;
  }

  /** @param clientId the giver, who is told by this, by {@code fileNumber}, or as a new {@code client} */
  record ReceivedGift(
      @Nullable UUID clientId, @Nullable Long fileNumber, ApiGivers.@Nullable NewGiver client,
      @Schema(requiredMode = REQUIRED, pattern = AMOUNT) @Nullable String amount,
      @Schema(requiredMode = REQUIRED, pattern = "^[A-Z]{3}$") @Nullable String currency,
      @Schema(requiredMode = REQUIRED, format = "date") @Nullable String givenOn,
      @Schema(requiredMode = REQUIRED, implementation = Purpose.class) @Nullable String purpose,
      @Schema(maxLength = GiftReader.LONGEST_DESIGNATION) @Nullable String designation,
      @Schema(requiredMode = REQUIRED, implementation = GiftChannel.class) @Nullable String channel) {

    TypedGift typed() {
      return new TypedGift(text(amount), text(currency), text(givenOn), text(purpose), text(designation), text(channel));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value;
    }
  }

  record Reversal(@Schema(requiredMode = REQUIRED, maxLength = Reasons.LONGEST) @Nullable String reason) {}

  /**
   * @param baseAmount in the charity's own currency, at the rate of the day
   * @param givenOnHijri the same day as {@code 1448-06-12}
   * @param status received or reversed
   */
  record ShownGift(
      UUID id, UUID clientId, String amount, String currency, String baseAmount, String baseCurrency, LocalDate givenOn, String givenOnHijri,
      Purpose purpose, @Nullable String designation, GiftChannel channel, Instant recordedAt,
      @Schema(allowableValues = {"received", "reversed"}) String status, @Nullable ShownReversal reversal) {

    static ShownGift of(GiftRow row) {
      return new ShownGift(
          row.id().value(), row.giver().value(), row.amount().amount().toPlainString(), row.amount().currency().getCurrencyCode(),
          row.base().amount().toPlainString(), row.base().currency().getCurrencyCode(), row.givenOn(), HijriDate.from(row.givenOn()).toString(),
          row.purpose(), row.designation(), row.channel(), row.recordedAt(), row.reversed() ? "reversed" : "received",
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
    if (received.amount() != null && !received.amount().matches(AMOUNT)) {
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

  /** Newest first. Who asks for one client's reads a part of that client's profile. */
  @GetMapping("/api/v1/gifts")
  @Transactional
  Listing<ShownGift> list(
      @Parameter(schema = @Schema(type = "string", format = "date")) @RequestParam(required = false) @Nullable String from,
      @Parameter(schema = @Schema(type = "string", format = "date")) @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable Purpose purpose, @RequestParam(required = false) @Nullable GiftChannel channel,
      @RequestParam(name = "client_id", required = false) @Nullable PartyId clientId,
      @RequestParam(required = false) GiftFilter.@Nullable Standing status, Paging paging) {
    var mistakes = new Mistakes();
    var filter = new GiftFilter(
        Fields.read(mistakes, "from", () -> from == null ? null : Dates.parse(from)), Fields.read(mistakes, "to", () -> to == null ? null : Dates.parse(to)),
        purpose, channel, clientId, status == null ? GiftFilter.Standing.ALL : status);
    mistakes.raise();
    var after = paging.after(key -> new GiftRows.Cursor(LocalDate.parse(key.getFirst()), UUID.fromString(key.getLast())));
    if (clientId != null && constituents.find(clientId).isPresent()) {
      audit.record("client.read", "client", clientId, Map.of("part", "gifts"));
    }
    return paging.listing(rows.page(filter, after.orElse(null), paging.rows()), row -> List.of(row.givenOn(), row.id())).map(ShownGift::of);
  }

  @PostMapping("/api/v1/gifts/{id}/reversal")
  ShownGift reverse(@PathVariable UUID id, @RequestBody Reversal reversal) {
    giving.reverse(new GiftId(id), Reasons.read(reversal.reason()));
    return show(id);
  }
}
