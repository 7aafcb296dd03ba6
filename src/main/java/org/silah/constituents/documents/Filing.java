package org.silah.constituents.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.silah.constituents.Changes;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents join a client's file, are described anew, and are taken back. */
@Component
class Filing {

  private static final int LONGEST_REASON = 500;

  private final Documents documents;
  private final DocumentContents contents;
  private final Changes changes;
  private final Recording recording;

  Filing(Documents documents, DocumentContents contents, Changes changes, Recording recording) {
    this.documents = documents;
    this.contents = contents;
    this.changes = changes;
    this.recording = recording;
  }

  /**
   * All of them or none. Where there are several, or no title is given, each is called what its file is called.
   *
   * @param details with an empty title for none
   * @throws java.util.NoSuchElementException if there is no such client
   */
  @Transactional
  public List<Document> add(PartyId party, List<Arrival> arrivals, Document.Details details) {
    changes.begin(party);
    var added = new ArrayList<Document>();
    for (var arrival : arrivals) {
      contents.keep(arrival);
      var title = arrivals.size() > 1 || details.title().isEmpty() ? arrival.title() : details.title();
      var document = new Document(new DocumentId(Ids.next()), party, details.kind(), title, arrival.name(), arrival.type(), arrival.sha256(), arrival.bytes(),
          details.expiresOn(), details.viewers(), details.note(), recording.now(), recording.by(), arrival.thumbnail() != null);
      documents.add(document);
      var told = new LinkedHashMap<String, Object>(facts(document));
      told.put("type", document.type().code());
      told.put("bytes", document.bytes());
      told.put("sha256", document.sha256());
      changes.made("client.document.add", party, told);
      added.add(document);
    }
    return added;
  }

  /** Nothing is written where nothing changes. */
  @Transactional
  public void change(PartyId party, DocumentId id, Document.Details details) {
    changes.begin(party);
    var before = documents.find(party, id).orElseThrow();
    var after = before.with(details);
    if (!after.equals(before)) {
      documents.change(after);
      changes.made("client.document.change", party, Map.of("document", id.toString(), "before", facts(before), "after", facts(after)));
    }
  }

  /** @throws org.silah.kernel.Unreadable without a reason */
  @Transactional
  public void takeBack(PartyId party, DocumentId id, String typed) {
    changes.begin(party);
    var document = documents.find(party, id).orElseThrow();
    var reason = Typed.text(typed, LONGEST_REASON);
    documents.takeBack(id, reason, recording.at(), recording.by());
    var told = new LinkedHashMap<String, Object>(facts(document));
    told.put("reason", reason);
    changes.made("client.document.take-back", party, told);
  }

  /** What only some may see is not called by its name where others read. */
  private static Map<String, Object> facts(Document document) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("document", document.id().toString());
    facts.put("kind", document.kind());
    if (document.viewers().areEveryone()) {
      facts.put("title", document.title());
    }
    facts.put("expires_on", document.expiresOn() == null ? "" : document.expiresOn().toString());
    facts.put("viewers", document.viewers().codes());
    return facts;
  }
}
