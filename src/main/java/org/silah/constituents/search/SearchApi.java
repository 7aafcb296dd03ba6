package org.silah.constituents.search;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Hit;
import org.silah.kernel.Digits;
import org.silah.web.Mistakes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search box for other programs. */
@RestController
class SearchApi {

  private static final int MOST = 50;

  private final Search search;

  SearchApi(Search search) {
    this.search = search;
  }

  /** @param matched the phone, e-mail or number that was found, null where the name was */
  record Found(UUID id, long fileNumber, String kind, String name, @Nullable String latinName, @Nullable String matched) {

    static Found of(Hit hit) {
      return new Found(hit.id().value(), hit.fileNumber(), hit.kind().code(), hit.displayName(), hit.latinName(), hit.matched());
    }
  }

  /** @param meant what was looked for instead, because it was typed on the keyboard of the other script; null as a rule */
  record Hits(List<Found> items, @Nullable String meant) {}

  /** The best first. */
  @GetMapping("/api/v1/search")
  Hits find(
      @RequestParam String q,
      @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "" + MOST, defaultValue = "10")) @RequestParam(defaultValue = "10") String limit) {
    var finding = search.look(q, limit(limit));
    return new Hits(finding.hits().stream().map(Found::of).toList(), finding.meant());
  }

  private static int limit(String typed) {
    var digits = Digits.toAscii(typed);
    if (!digits.matches("\\d{1,2}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > MOST) {
      throw Mistakes.of("limit", "web.invalid.between", 1, MOST);
    }
    return Integer.parseInt(digits);
  }
}
