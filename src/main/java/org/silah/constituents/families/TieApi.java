package org.silah.constituents.families;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.Constituents;
import org.silah.constituents.Days;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
import org.silah.constituents.text.Typed;
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

/** What clients are to each other, for other programs. */
@RestController
class TieApi {

  private final Ties ties;
  private final TieWork work;
  private final Constituents constituents;
  private final Recording recording;
  private final Audit audit;

  TieApi(Ties ties, TieWork work, Constituents constituents, Recording recording, Audit audit) {
    this.ties = ties;
    this.work = work;
    this.constituents = constituents;
    this.recording = recording;
    this.audit = audit;
  }

  /** {@code first} is {@code bond} of {@code second}. */
  record ShownTie(
      UUID id, Bond bond, UUID first, String firstName, UUID second, String secondName, @Nullable LocalDate since, @Nullable LocalDate until,
      Tie.@Nullable Ended ended, @Nullable String post, Tie.@Nullable Influence influence, Tie.@Nullable Style decisionStyle, @Nullable String sways,
      @Nullable String reach, @Nullable String note, String source) {

    static ShownTie of(Tie tie) {
      var told = tie.told();
      return new ShownTie(tie.id(), tie.bond(), tie.first().id().value(), tie.first().name(), tie.second().id().value(), tie.second().name(),
          tie.since(), tie.until(), tie.ended(), told.post(), told.influence(), told.style(), told.sways(), told.reach(), told.note(), tie.source());
    }
  }

  record ShownTies(List<ShownTie> items) {}

  /** @param other who is {@code bond} of this client, or, {@code reverse}, of whom this client is {@code bond} */
  record NewTie(
      @NotNull Bond bond, @NotNull UUID other, @Nullable Boolean reverse, @Nullable LocalDate since, @Nullable @Size(max = 200) String post,
      Tie.@Nullable Influence influence, Tie.@Nullable Style decisionStyle, @Nullable @Size(max = 1000) String sways,
      @Nullable @Size(max = 1000) String reach, @Nullable @Size(max = 1000) String note) {}

  /** @param how over, or mistake for what never was */
  record EndOfTie(
      @Nullable LocalDate on, @Nullable @Pattern(regexp = "over|mistake") @Schema(allowableValues = {"over", "mistake"}) String how) {}

  @GetMapping("/api/v1/clients/{id}/ties")
  @Transactional
  ShownTies ties(@PathVariable PartyId id) {
    constituents.find(id).orElseThrow();
    audit.record("client.read", "client", id, Map.of("part", "ties"));
    return all(id);
  }

  @PostMapping("/api/v1/clients/{id}/ties")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  ShownTies tie(@PathVariable PartyId id, @Valid @RequestBody NewTie typed) {
    var other = new PartyId(typed.other);
    constituents.find(id).orElseThrow();
    constituents.find(other).orElseThrow(() -> Mistakes.of("other", "constituents.tie.choose"));
    var reverse = Boolean.TRUE.equals(typed.reverse);
    work.tie(typed.bond, reverse ? id : other, reverse ? other : id, day(typed.since, "since"), told(typed), "api");
    return all(id);
  }

  @PostMapping("/api/v1/clients/{id}/ties/{tie}/end")
  @Transactional
  ShownTies end(@PathVariable PartyId id, @PathVariable UUID tie, @Valid @RequestBody EndOfTie typed) {
    var on = day(typed.on, "on");
    work.end(id, tie, on == null ? recording.today() : on, "mistake".equals(typed.how) ? Tie.Ended.MISTAKE : Tie.Ended.OVER);
    return all(id);
  }

  private ShownTies all(PartyId id) {
    return new ShownTies(ties.shown(id).stream().map(ShownTie::of).toList());
  }

  private static Tie.Told told(NewTie typed) {
    boolean decides = typed.bond == Bond.DECISION_MAKER;
    return new Tie.Told(
        typed.bond.kind().hasPost() ? Typed.line(typed.post, 200) : null, decides ? typed.influence : null, decides ? typed.decisionStyle : null,
        decides ? Typed.line(typed.sways, 1000) : null, decides || typed.bond == Bond.CONTACT ? Typed.line(typed.reach, 1000) : null,
        Typed.line(typed.note, 1000));
  }

  private @Nullable LocalDate day(@Nullable LocalDate day, String field) {
    try {
      return day == null ? null : Days.past(day, recording.today());
    } catch (Unreadable unreadable) {
      throw new Mistakes().add(field, unreadable);
    }
  }
}
