package org.silah.constituents.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.springframework.stereotype.Component;

/** What other modules may do with documents. */
@Component
public class ClientDocuments {

  private final Reception reception;
  private final Filing filing;
  private final DocumentKinds kinds;
  private final Documents documents;

  ClientDocuments(Reception reception, Filing filing, DocumentKinds kinds, Documents documents) {
    this.reception = reception;
    this.filing = filing;
    this.kinds = kinds;
    this.documents = documents;
  }

  /** Titles by id, of those that whoever acts may see; the newest first. */
  public Map<UUID, String> titles(PartyId party) {
    var titles = new LinkedHashMap<UUID, String>();
    documents.of(party).forEach(document -> titles.put(document.id().value(), document.title()));
    return titles;
  }

  /**
   * Adds a file to a client, to be seen by whoever usually sees its kind.
   *
   * @throws org.silah.kernel.BrokenRule if the file is none that we take
   * @throws java.util.NoSuchElementException if there is no such kind or client
   */
  public void add(PartyId party, String kind, String title, @Nullable LocalDate expiresOn, String fileName, InputStream bytes) throws IOException {
    var viewers = kinds.find(kind).orElseThrow().sensitive() ? Viewers.FEW : Viewers.EVERYONE;
    try (var arrival = reception.take(party, fileName, bytes)) {
      filing.add(party, List.of(arrival), new Document.Details(kind, title, expiresOn, viewers, null));
    }
  }
}
