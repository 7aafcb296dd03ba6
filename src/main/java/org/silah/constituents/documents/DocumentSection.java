package org.silah.constituents.documents;

import gg.jte.Content;
import java.util.HashMap;
import java.util.stream.Collectors;
import org.silah.constituents.PartyId;
import org.silah.constituents.ProfilePart;
import org.silah.constituents.Shown;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** The documents on the profile, as far as whoever looks may see them. */
@Component
class DocumentSection implements ProfilePart {

  private final Documents documents;
  private final DocumentKinds kinds;
  private final Shown shown;
  private final Fragments fragments;

  DocumentSection(Documents documents, DocumentKinds kinds, Shown shown, Fragments fragments) {
    this.documents = documents;
    this.kinds = kinds;
    this.shown = shown;
    this.fragments = fragments;
  }

  @Override
  public Content content(PartyId party, Page page) {
    var all = documents.of(party);
    var params = new HashMap<String, Object>();
    params.put("page", page);
    params.put("party", party);
    params.put("documents", all);
    params.put("kinds", kinds.names(page.language()));
    params.put("by", all.stream().map(Document::addedBy).distinct().collect(Collectors.toMap(code -> code, code -> {
      var name = shown.by(code, page.language());
      return name == null ? "" : name;
    })));
    return fragments.of("constituents/documents/section", params);
  }
}
