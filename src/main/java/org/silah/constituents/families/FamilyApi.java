package org.silah.constituents.families;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Days;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
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

/** Families for other programs: who is and was in them, and what happens in them. Where a member lives is never said of a family. */
@RestController
class FamilyApi {

  private static final String SOURCE = "api";

  private final FamilyMembers members;
  private final Households households;
  private final Births births;
  private final Marriages marriages;
  private final Deaths deaths;
  private final DeedReversals reversals;
  private final DeedWork work;
  private final Recording recording;
  private final Audit audit;

  FamilyApi(
      FamilyMembers members, Households households, Births births, Marriages marriages, Deaths deaths, DeedReversals reversals, DeedWork work,
      Recording recording, Audit audit) {
    this.members = members;
    this.households = households;
    this.births = births;
    this.marriages = marriages;
    this.deaths = deaths;
    this.reversals = reversals;
    this.work = work;
    this.recording = recording;
    this.audit = audit;
  }

  /** @param begunBy the deed to undo if it never was, as {@code endedBy} */
  record ShownMember(
      UUID id, UUID familyId, UUID clientId, String name, Position position, @Nullable LocalDate since, Beginning began, @Nullable LocalDate until,
      @Nullable Ending ended, boolean deceased, UUID begunBy, @Nullable UUID endedBy) {

    static ShownMember of(Membership one) {
      return new ShownMember(one.id(), one.family().value(), one.member().value(), one.name(), one.position(), one.since(), one.began(), one.until(),
          one.ended(), one.deceased(), one.begunBy(), one.endedBy());
    }
  }

  record ShownFamily(UUID id, String name, List<ShownMember> items) {}

  record ShownFamilies(List<ShownMember> items) {}

  /** @param client one we know; or a name, and then a file is opened */
  record NewMember(
      @Nullable UUID client, @Nullable @Size(max = 500) String name,
      @Nullable @Pattern(regexp = "male|female") @Schema(allowableValues = {"male", "female"}) String gender, @NotNull Position position,
      @Nullable LocalDate since, @Nullable Boolean sharesAddress) {}

  record NewBirth(
      @NotBlank @Size(max = 500) String name, @NotNull @Pattern(regexp = "male|female") @Schema(allowableValues = {"male", "female"}) String gender,
      @NotNull LocalDate on, @Nullable UUID mother) {}

  /** @param home here, new or theirs */
  record NewMarriage(
      @NotNull UUID member, @Nullable UUID spouse, @Nullable @Size(max = 500) String spouseName, @NotNull LocalDate on,
      @NotNull @Pattern(regexp = "here|new|theirs") @Schema(allowableValues = {"here", "new", "theirs"}) String home) {}

  record NewDeath(@NotNull UUID member, @NotNull LocalDate on) {}

  /** @param how left, divorce or other */
  record NewDeparture(
      @NotNull UUID member, @NotNull LocalDate on,
      @NotNull @Pattern(regexp = "left|divorce|other") @Schema(allowableValues = {"left", "divorce", "other"}) String how) {}

  record NewHeadship(@NotNull UUID member, @NotNull LocalDate on) {}

  /** All times in the family, the present ones first. */
  @GetMapping("/api/v1/clients/{id}/members")
  @Transactional
  ShownFamily members(@PathVariable PartyId id) {
    var shown = family(id);
    audit.record("client.read", "client", id, Map.of("part", "family"));
    return shown;
  }

  /** All times of a person in families, the present ones first. */
  @GetMapping("/api/v1/clients/{id}/families")
  @Transactional
  ShownFamilies families(@PathVariable PartyId id) {
    work.client(id);
    audit.record("client.read", "client", id, Map.of("part", "families"));
    return new ShownFamilies(members.shownFamiliesOf(id).stream().map(ShownMember::of).toList());
  }

  @PostMapping("/api/v1/clients/{id}/members")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ShownFamily join(@PathVariable PartyId id, @Valid @RequestBody NewMember typed) {
    households.join(id, somebody(typed.client, typed.name, typed.gender, "client"), typed.position, day(typed.since, "since"),
        typed.sharesAddress == null || typed.sharesAddress, SOURCE);
    return family(id);
  }

  @PostMapping("/api/v1/clients/{id}/births")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ShownFamily birth(@PathVariable PartyId id, @Valid @RequestBody NewBirth typed) {
    births.born(id, typed.name, Client.Gender.of(typed.gender), neededDay(typed.on), typed.mother == null ? null : new PartyId(typed.mother), SOURCE);
    return family(id);
  }

  @PostMapping("/api/v1/clients/{id}/marriages")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ShownFamily marriage(@PathVariable PartyId id, @Valid @RequestBody NewMarriage typed) {
    marriages.marry(id, new PartyId(typed.member), somebody(typed.spouse, typed.spouseName, null, "spouse"), neededDay(typed.on),
        Marriages.Home.valueOf(typed.home.toUpperCase(Locale.ROOT)), SOURCE);
    return family(id);
  }

  @PostMapping("/api/v1/clients/{id}/deaths")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ShownFamily death(@PathVariable PartyId id, @Valid @RequestBody NewDeath typed) {
    households.present(id, new PartyId(typed.member));
    deaths.died(new PartyId(typed.member), neededDay(typed.on));
    return family(id);
  }

  @PostMapping("/api/v1/clients/{id}/departures")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ShownFamily departure(@PathVariable PartyId id, @Valid @RequestBody NewDeparture typed) {
    households.depart(id, new PartyId(typed.member), neededDay(typed.on), Ending.of(typed.how));
    return family(id);
  }

  @PostMapping("/api/v1/clients/{id}/headships")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ShownFamily headship(@PathVariable PartyId id, @Valid @RequestBody NewHeadship typed) {
    households.lead(id, new PartyId(typed.member), neededDay(typed.on));
    return family(id);
  }

  /** Takes back what never was. The answer is empty where the family itself was opened by it. */
  @PostMapping("/api/v1/clients/{id}/deeds/{deed}/reversal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void undo(@PathVariable PartyId id, @PathVariable UUID deed) {
    reversals.undo(id, deed);
  }

  private ShownFamily family(PartyId id) {
    var client = work.client(id);
    if (client.kind() != ClientKind.FAMILY) {
      throw Mistakes.of("id", "constituents.family.none");
    }
    return new ShownFamily(id.value(), client.displayName(), members.shown(id).stream().map(ShownMember::of).toList());
  }

  private static Somebody somebody(@Nullable UUID known, @Nullable String name, @Nullable String gender, String field) {
    if (known == null && name == null) {
      throw Mistakes.of(field, "constituents.text.missing");
    }
    return known != null ? Somebody.known(new PartyId(known)) : Somebody.called(name, gender == null ? null : Client.Gender.of(gender), null);
  }

  private @Nullable LocalDate day(@Nullable LocalDate day, String field) {
    try {
      return day == null ? null : Days.past(day, recording.today());
    } catch (Unreadable unreadable) {
      throw new Mistakes().add(field, unreadable);
    }
  }

  private LocalDate neededDay(LocalDate day) {
    return Objects.requireNonNull(day(day, "on"));
  }
}
