package org.silah.constituents.documents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.Client;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Documents for other programs: the file is the body, what is said of it stands in the address. A key sees what everyone may see. */
@RestController
class DocumentApi {

  private final Constituents constituents;
  private final Documents documents;
  private final DocumentKinds kinds;
  private final Reception reception;
  private final Filing filing;
  private final Delivery delivery;
  private final Audit audit;

  DocumentApi(Constituents constituents, Documents documents, DocumentKinds kinds, Reception reception, Filing filing, Delivery delivery, Audit audit) {
    this.constituents = constituents;
    this.documents = documents;
    this.kinds = kinds;
    this.reception = reception;
    this.filing = filing;
    this.delivery = delivery;
    this.audit = audit;
  }

  /**
   * A document as the API shows one.
   *
   * @param type its media type
   * @param viewers roles of the staff; empty for everyone who may open the client
   */
  record ShownDocument(
      UUID id, UUID clientId, String kind, String title, String fileName, String type, long bytes, String sha256, @Nullable LocalDate expiresOn,
      List<String> viewers, @Nullable String note, Instant addedAt) {

    static ShownDocument of(Document document) {
      return new ShownDocument(
          document.id().value(), document.party().value(), document.kind(), document.title(), document.fileName(), document.type().mediaType(),
          document.bytes(), document.sha256(), document.expiresOn(), document.viewers().codes(), document.note(), document.addedAt());
    }
  }

  record ShownDocuments(List<ShownDocument> items) {}

  @GetMapping("/api/v1/clients/{id}/documents")
  @Transactional
  ShownDocuments list(@PathVariable PartyId id) {
    var all = documents.of(client(id).id()).stream().map(ShownDocument::of).toList();
    audit.record("client.read", "client", id, Map.of("part", "documents"));
    return new ShownDocuments(all);
  }

  @GetMapping("/api/v1/clients/{id}/documents/{document}")
  @Transactional
  ShownDocument show(@PathVariable PartyId id, @PathVariable UUID document) {
    var found = documents.find(client(id).id(), new DocumentId(document)).orElseThrow();
    audit.record("client.read", "client", id, Map.of("part", "documents"));
    return ShownDocument.of(found);
  }

  @Operation(responses = @ApiResponse(
      responseCode = "200", content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))))
  @GetMapping("/api/v1/clients/{id}/documents/{document}/file")
  void download(@PathVariable PartyId id, @PathVariable UUID document, HttpServletRequest request, HttpServletResponse response) throws IOException {
    delivery.attach(id, new DocumentId(document), request, response);
  }

  @Operation(requestBody = @RequestBody(
      required = true, content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))))
  @PostMapping(path = "/api/v1/clients/{id}/documents", consumes = "application/octet-stream")
  ResponseEntity<ShownDocument> add(
      @PathVariable PartyId id, @RequestParam String kind, @RequestParam(name = "file_name", required = false) @Nullable String fileName,
      @RequestParam(required = false) @Nullable String title, @RequestParam(name = "expires_on", required = false) @Nullable String expiresOn,
      @RequestParam(required = false) @Nullable List<String> viewers, @RequestParam(required = false) @Nullable String note,
      @Parameter(hidden = true) HttpServletRequest request) throws IOException {
    client(id);
    var details = details(new DocumentForm(kind, title, expiresOn, viewers == null || viewers.isEmpty() ? "kind" : "roles", viewers, note));
    try (var arrival = reception.take(id, fileName, request.getInputStream())) {
      var added = filing.add(id, List.of(arrival), details).getFirst();
      return ResponseEntity.created(URI.create("/api/v1/clients/" + id + "/documents/" + added.id())).body(ShownDocument.of(added));
    } catch (FileRefused refused) {
      throw new Mistakes().add("file", refused);
    } catch (NotNow away) {
      request.setAttribute(Pages.SENTENCE, away);
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  /** Under the names that the API gives the fields. */
  private Document.Details details(DocumentForm form) {
    try {
      return form.read(kinds);
    } catch (Mistakes mistakes) {
      var named = new Mistakes();
      mistakes.all().forEach(one -> named.add(one.field().equals("expires") ? "expires_on" : one.field(), one.key(), one.args().toArray()));
      throw named;
    }
  }

  private Client client(PartyId id) {
    return constituents.find(id).orElseThrow();
  }
}
