package org.silah.constituents.merging;

import gg.jte.Content;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.silah.constituents.LikeClients;
import org.silah.constituents.PartyId;
import org.silah.constituents.ProfilePart;
import org.silah.constituents.Shown;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the profile: who may be the same client, and which files went into this one. */
@Component
@Order(90)
class MergeSection implements ProfilePart {

  private final Merges merges;
  private final LikeClients like;
  private final Shown shown;
  private final Fragments fragments;

  MergeSection(Merges merges, LikeClients like, Shown shown, Fragments fragments) {
    this.merges = merges;
    this.like = like;
    this.shown = shown;
    this.fragments = fragments;
  }

  @Override
  public Content content(PartyId party, Page page) {
    var all = merges.into(party);
    var params = new HashMap<String, Object>();
    params.put("page", page);
    params.put("party", party);
    params.put("merges", all);
    params.put("numbers", all.isEmpty() ? Map.of() : merges.numbers(all.stream().map(Merge::gone).toList()));
    params.put("by", all.stream().map(Merge::by).distinct()
        .collect(Collectors.toMap(code -> code, code -> Objects.requireNonNullElse(shown.by(code, page.language()), ""))));
    params.put("alike", page.may("GET", "/duplicates") ? like.to(party) : List.of());
    return fragments.of("constituents/merging/section", params);
  }
}
