package org.silah.constituents;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.access.Branch;
import org.silah.access.Institutions;
import org.silah.access.Sights;
import org.silah.web.Listing;
import org.silah.web.Mistakes;
import org.silah.web.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Clients for other programs. What they say is held to the same rules as what people type. */
@RestController
class ClientApi {

  private final SyncedClients synced;
  private final Dossiers dossiers;
  private final Registration registration;
  private final Knowledge knowledge;
  private final Looks looks;
  private final MoreFacts more;
  private final Sights sights;
  private final Institutions institutions;
  private final Successors successors;
  private final Audit audit;

  ClientApi(
      SyncedClients synced, Dossiers dossiers, Registration registration, Knowledge knowledge, Looks looks, MoreFacts more, Sights sights,
      Institutions institutions, Successors successors, Audit audit) {
    this.synced = synced;
    this.dossiers = dossiers;
    this.registration = registration;
    this.knowledge = knowledge;
    this.looks = looks;
    this.more = more;
    this.sights = sights;
    this.institutions = institutions;
    this.successors = successors;
    this.audit = audit;
  }

  /** In the order of their last change, so that a program that comes back asks on from the newest it has seen. */
  @GetMapping("/api/v1/clients")
  Listing<SyncedClients.Row> list(
      @RequestParam(required = false) @Nullable ClientKind kind, @RequestParam(required = false) @Nullable ClientRole role,
      @RequestParam(required = false) @Nullable String branch,
      @Parameter(schema = @Schema(type = "string", format = "date-time")) @RequestParam(name = "updated_since", required = false) @Nullable String updatedSince, Paging paging) {
    var after = paging.after(key -> new SyncedClients.Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast())));
    var filter = new ClientFilter(kind, role, "", ClientFilter.Order.NAME, branch(branch, sights.seen()));
    var rows = synced.page(filter, after.orElseGet(() -> SyncedClients.Place.from(moment(updatedSince))), paging.rows());
    return paging.listing(rows, row -> List.of(row.updatedAt(), row.id()));
  }

  /** Of a client who turned out to be another the answer is where that one is. */
  @GetMapping("/api/v1/clients/{id}")
  @Transactional
  ResponseEntity<ApiClient> show(@PathVariable PartyId id) {
    var successor = successors.of(id);
    if (successor.isPresent()) {
      return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT).location(URI.create("/api/v1/clients/" + successor.get())).build();
    }
    var dossier = dossiers.find(id).orElseThrow();
    var client = ApiClient.of(dossier.showing(looks.all(dossier)), more.of(id));
    audit.record("client.read", "client", id, Map.of("part", "api"));
    return ResponseEntity.ok(client);
  }

  @PostMapping("/api/v1/clients")
  @Transactional
  ResponseEntity<ApiClient> add(@Valid @RequestBody ApiNewClient typed) {
    var party = registration.add(typed.read(institutions.charity().region(), institutions.today()).belongingTo(branch(typed.branch(), sights.taking())));
    more.learn(party, typed.more(), true);
    return ResponseEntity.created(URI.create("/api/v1/clients/" + party)).body(client(party));
  }

  @PatchMapping("/api/v1/clients/{id}")
  @Transactional
  ApiClient change(@PathVariable PartyId id, @RequestBody ApiChange change) {
    var client = dossiers.find(id).orElseThrow();
    try {
      knowledge.learn(id, change.read(client.file().kind()), ApiClient.SOURCE);
    } catch (Mistakes mistakes) {
      var named = new Mistakes();
      mistakes.all().forEach(mistake -> named.add(ApiChange.path(mistake.field()), mistake.key(), mistake.args().toArray()));
      throw named;
    }
    more.learn(id, change.more(), false);
    return client(id);
  }

  private ApiClient client(PartyId id) {
    return ApiClient.of(dossiers.find(id).orElseThrow(), more.of(id));
  }

  private static @Nullable UUID branch(@Nullable String code, List<Branch> offered) {
    return code == null ? null : offered.stream().filter(branch -> branch.code().equals(code)).map(Branch::id).findFirst()
        .orElseThrow(() -> Mistakes.of("branch", "constituents.branch.unknown"));
  }

  private static @Nullable Instant moment(@Nullable String typed) {
    try {
      return typed == null ? null : Instant.parse(typed);
    } catch (DateTimeParseException e) {
      throw Mistakes.of("updated_since", "web.invalid.value");
    }
  }
}
