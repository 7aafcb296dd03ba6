package org.silah.constituents.duplicates;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.silah.web.Listing;
import org.silah.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pairs of clients who are likely one, for other programs. */
@RestController
class DuplicateApi {

  private final Proposals proposals;
  private final KeptApart keptApart;

  DuplicateApi(Proposals proposals, KeptApart keptApart) {
    this.proposals = proposals;
    this.keptApart = keptApart;
  }

  /** @param bits for one client, negative against */
  record ShownReason(String of, String level, double bits) {}

  /** @param chance that they are one, above one half */
  record ShownPair(UUID one, UUID other, String band, double chance, List<ShownReason> reasons) {

    static ShownPair of(Proposal proposal) {
      return new ShownPair(proposal.a(), proposal.b(), proposal.band().code(), proposal.chance(),
          proposal.reasons().stream().map(reason -> new ShownReason(reason.of().code(), reason.level().code(), reason.bits())).toList());
    }
  }

  record NewDecision(@NotNull UUID one, @NotNull UUID other, @NotBlank @Size(max = KeptApart.REASON) String reason) {}

  /** The likeliest first. */
  @GetMapping("/api/v1/duplicates")
  Listing<ShownPair> list(Paging paging) {
    var after = paging.after(key -> new Proposals.Place(Float.parseFloat(key.get(0)), UUID.fromString(key.get(1)), UUID.fromString(key.get(2))));
    return paging.listing(proposals.page(after, paging.rows()), pair -> List.of((float) pair.bits(), pair.a(), pair.b())).map(ShownPair::of);
  }

  /** Two who are not one: kept for ever. */
  @PostMapping("/api/v1/duplicates/decisions")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keepApart(@Valid @RequestBody NewDecision decision) {
    keptApart.keepApart(decision.one, decision.other, decision.reason);
  }
}
