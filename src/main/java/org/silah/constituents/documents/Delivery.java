package org.silah.constituents.documents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.silah.access.Audit;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.web.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * What somebody else uploaded on its way to a reader, who may keep it as a file and whose browser runs nothing of it. Who reads is
 * written down before the first byte goes.
 */
@Component
class Delivery {

  private final Constituents constituents;
  private final Documents documents;
  private final DocumentContents contents;
  private final FileStore files;
  private final Audit audit;

  Delivery(Constituents constituents, Documents documents, DocumentContents contents, FileStore files, Audit audit) {
    this.constituents = constituents;
    this.documents = documents;
    this.contents = contents;
    this.files = files;
    this.audit = audit;
  }

  void attach(PartyId party, DocumentId id, HttpServletRequest request, HttpServletResponse response) throws IOException {
    var document = find(party, id);
    try (var bytes = files.open(document.sha256())) {
      audit.record("client.document.download", "client", party, Map.of("document", id.toString(), "kind", document.kind()));
      guard(response);
      response.setHeader("Content-Disposition", ContentDisposition.attachment().filename(document.fileName(), StandardCharsets.UTF_8).build().toString());
      response.setContentType(document.type().mediaType());
      response.setContentLengthLong(document.bytes());
      bytes.transferTo(response.getOutputStream());
    } catch (NotNow away) {
      request.setAttribute(Pages.SENTENCE, away);
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  /** The small picture of our own making, which alone is shown within a page. */
  void show(PartyId party, DocumentId id, HttpServletResponse response) throws IOException {
    var document = find(party, id);
    var picture = contents.thumbnail(document.sha256()).orElseThrow();
    audit.record("client.document.preview", "client", party, Map.of("document", id.toString(), "kind", document.kind()));
    guard(response);
    response.setHeader("Content-Disposition", "inline");
    response.setContentType("image/jpeg");
    response.setContentLength(picture.length);
    response.getOutputStream().write(picture);
  }

  private Document find(PartyId party, DocumentId id) {
    return constituents.find(party).flatMap(client -> documents.find(client.id(), id)).orElseThrow();
  }

  private static void guard(HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Cache-Control", "no-store");
  }
}
