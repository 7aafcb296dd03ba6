package org.silah.constituents;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.access.Institutions;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a client has several of, added by other programs: each answers with the client as it is then. */
@RestController
class ClientPartsApi {

  private final Dossiers dossiers;
  private final ContactPoints contacts;
  private final RoleHistory roles;
  private final Answers answers;
  private final MoreFacts more;
  private final Institutions institutions;
  private final Audit audit;

  ClientPartsApi(Dossiers dossiers, ContactPoints contacts, RoleHistory roles, Answers answers, MoreFacts more, Institutions institutions, Audit audit) {
    this.dossiers = dossiers;
    this.contacts = contacts;
    this.roles = roles;
    this.answers = answers;
    this.more = more;
    this.institutions = institutions;
    this.audit = audit;
  }

  record NewPhone(@NotBlank @Size(max = 60) String number, @Nullable @Size(max = 60) String label) {}

  record NewEmail(@NotBlank @Size(max = 320) String address, @Nullable @Size(max = 60) String label) {}

  record NewRole(@NotNull ClientRole role, @Nullable LocalDate since) {}

  record EndOfRole(@Nullable LocalDate on, @NotBlank @Size(max = 500) String reason) {}

  /** @param evidence what proves the answer */
  record NewAnswer(
      @NotNull Channel channel, @NotNull Topic topic, @NotNull @Pattern(regexp = "granted|refused") @Schema(allowableValues = {"granted", "refused"}) String state,
      @NotBlank @Size(max = 500) String evidence) {}

  record ShownAnswer(Channel channel, Topic topic, String state, String evidence, String source, Instant at) {

    static ShownAnswer of(ConsentAnswer answer) {
      return new ShownAnswer(
          answer.channel(), answer.topic(), answer.granted() ? "granted" : "refused", answer.evidence(), answer.source(), answer.at());
    }
  }

  record Answered(List<ShownAnswer> items) {}

  @PostMapping("/api/v1/clients/{id}/phones")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ApiClient addPhone(@PathVariable PartyId id, @Valid @RequestBody NewPhone phone) {
    contacts.addPhone(id, phone.number, phone.label, ApiClient.SOURCE);
    return client(id);
  }

  @PostMapping("/api/v1/clients/{id}/emails")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ApiClient addEmail(@PathVariable PartyId id, @Valid @RequestBody NewEmail email) {
    contacts.addEmail(id, email.address, email.label, ApiClient.SOURCE);
    return client(id);
  }

  @PostMapping("/api/v1/clients/{id}/identities")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ApiClient addIdentity(@PathVariable PartyId id, @Valid @RequestBody ApiNewClient.Number number) {
    contacts.addIdentity(id, number.read(institutions.charity().region()), ApiClient.SOURCE);
    return client(id);
  }

  /** A role that is held already stays as it is. */
  @PostMapping("/api/v1/clients/{id}/roles")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ApiClient takeRole(@PathVariable PartyId id, @Valid @RequestBody NewRole role) {
    client(id);
    roles.take(id, role.role, past(role.since, "since"), ApiClient.SOURCE);
    return client(id);
  }

  @PostMapping("/api/v1/clients/{id}/roles/{role}/end")
  @Transactional
  ApiClient endRole(@PathVariable PartyId id, @PathVariable ClientRole role, @Valid @RequestBody EndOfRole end) {
    roles.end(id, role, past(end.on, "on"), end.reason);
    return client(id);
  }

  @PostMapping("/api/v1/clients/{id}/consents")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ShownAnswer answer(@PathVariable PartyId id, @Valid @RequestBody NewAnswer answer) {
    answers.take(id, answer.channel, answer.topic, answer.state.equals("granted"), answer.evidence, ApiClient.SOURCE);
    return ShownAnswer.of(dossiers.find(id).orElseThrow().answers().getFirst());
  }

  /** Every answer the client ever gave, the newest first. */
  @GetMapping("/api/v1/clients/{id}/consents")
  @Transactional
  Answered answers(@PathVariable PartyId id) {
    var all = answers.all(dossiers.find(id).orElseThrow().id()).stream().map(ShownAnswer::of).toList();
    audit.record("client.read", "client", id, Map.of("part", "consents"));
    return new Answered(all);
  }

  private ApiClient client(PartyId id) {
    return ApiClient.of(dossiers.find(id).orElseThrow(), more.of(id));
  }

  private LocalDate past(@Nullable LocalDate day, String field) {
    try {
      return day == null ? institutions.today() : Days.past(day, institutions.today());
    } catch (Unreadable unreadable) {
      throw new Mistakes().add(field, unreadable);
    }
  }
}
