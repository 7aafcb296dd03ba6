package org.silah.constituents.families;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.Client;
import org.silah.constituents.Codes;
import org.silah.constituents.Edits;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A family's page and what happens to families: each deed is a form of its own, and comes back with its mistakes. */
@Controller
class FamilyPages {

  private final FamilyView view;
  private final Households households;
  private final Births births;
  private final Marriages marriages;
  private final Deaths deaths;
  private final DeedReversals reversals;
  private final Recording recording;
  private final Audit audit;

  FamilyPages(
      FamilyView view, Households households, Births births, Marriages marriages, Deaths deaths, DeedReversals reversals, Recording recording,
      Audit audit) {
    this.view = view;
    this.households = households;
    this.births = births;
    this.marriages = marriages;
    this.deaths = deaths;
    this.reversals = reversals;
    this.recording = recording;
    this.audit = audit;
  }

  /** @param member a person's id, or {@code new} for one of the name in {@code memberText} */
  record Joining(
      @Nullable String member, @BindParam("member-text") @Nullable String memberText, @Nullable String gender, @Nullable String position,
      @Nullable String since, @Nullable String home, @Nullable String source) {}

  record Birth(@Nullable String name, @Nullable String gender, @Nullable String on, @Nullable String mother, @Nullable String source) {}

  record Marriage(
      @Nullable String member, @Nullable String spouse, @BindParam("spouse-text") @Nullable String spouseText, @Nullable String on,
      @Nullable String home, @Nullable String source) {}

  record Leaving(@Nullable String member, @Nullable String on, @Nullable String how) {}

  record Correction(@Nullable String position, @Nullable String since, @Nullable String until) {}

  /** @param open the form to open: member, birth, marriage, death, departure, headship, or the id of a time in the family to put right */
  @GetMapping("/clients/{id}/family")
  @Transactional
  ModelAndView show(@PathVariable PartyId id, @RequestParam(defaultValue = "") String open, HttpServletRequest request) {
    var page = view.show(id, open, new Mistakes(), request);
    audit.record("client.read", "client", id, Map.of("part", "family"));
    return page;
  }

  @PostMapping("/clients/{id}/members")
  ModelAndView join(@PathVariable PartyId id, Joining typed, HttpServletRequest request) {
    return make(id, "member", "member", request, today -> {
      var position = Codes.of(Position.values(), Position::code, typed.position, "position");
      households.join(id, Boxes.somebody(typed.member, typed.memberText, gender(typed.gender), "member"), position,
          Boxes.day(typed.since, "since", today), !"own".equals(typed.home), Edits.source(typed.source));
    });
  }

  @PostMapping("/clients/{id}/births")
  ModelAndView birth(@PathVariable PartyId id, Birth typed, HttpServletRequest request) {
    return make(id, "birth", "name", request, today -> births.born(
        id, typed.name, Codes.of(Client.Gender.values(), Client.Gender::code, typed.gender, "gender"), Boxes.neededDay(typed.on, "on", today),
        typed.mother == null || typed.mother.isEmpty() ? null : Boxes.chosen(typed.mother, "mother"), Edits.source(typed.source)));
  }

  @PostMapping("/clients/{id}/marriages")
  ModelAndView marriage(@PathVariable PartyId id, Marriage typed, HttpServletRequest request) {
    return make(id, "marriage", "spouse", request, today -> marriages.marry(
        id, Boxes.chosen(typed.member, "member"), Boxes.somebody(typed.spouse, typed.spouseText, null, "spouse"),
        Boxes.neededDay(typed.on, "on", today), Codes.of(Marriages.Home.values(), Marriages.Home::code, typed.home, "home"), Edits.source(typed.source)));
  }

  @PostMapping("/clients/{id}/deaths")
  ModelAndView death(@PathVariable PartyId id, Leaving typed, HttpServletRequest request) {
    return make(id, "death", "member", request, today -> {
      var member = Boxes.chosen(typed.member, "member");
      households.present(id, member);
      deaths.died(member, Boxes.neededDay(typed.on, "on", today));
    });
  }

  @PostMapping("/clients/{id}/departures")
  ModelAndView departure(@PathVariable PartyId id, Leaving typed, HttpServletRequest request) {
    return make(id, "departure", "member", request, today -> {
      var how = Codes.of(Ending.values(), Ending::code, typed.how, "how");
      if (!Ending.DEPARTURES.contains(how)) {
        throw Mistakes.of("how", "constituents.choice.unknown");
      }
      households.depart(id, Boxes.chosen(typed.member, "member"), Boxes.neededDay(typed.on, "on", today), how);
    });
  }

  @PostMapping("/clients/{id}/headships")
  ModelAndView headship(@PathVariable PartyId id, Leaving typed, HttpServletRequest request) {
    return make(id, "headship", "member", request,
        today -> households.lead(id, Boxes.chosen(typed.member, "member"), typed.on == null || typed.on.isBlank() ? today : Boxes.neededDay(typed.on, "on", today)));
  }

  @PostMapping("/clients/{id}/members/{membership}/correction")
  ModelAndView correct(@PathVariable PartyId id, @PathVariable String membership, Correction typed, HttpServletRequest request) {
    return make(id, membership, "position", request, today -> households.correct(
        id, Boxes.id(membership), Codes.of(Position.values(), Position::code, typed.position, "position"), Boxes.day(typed.since, "since", today),
        Boxes.day(typed.until, "until", today)));
  }

  @PostMapping("/clients/{id}/members/{membership}/home")
  ModelAndView home(@PathVariable PartyId id, @PathVariable String membership, @RequestParam(defaultValue = "") String home, HttpServletRequest request) {
    return make(id, "", "home", request, _ -> households.house(id, Boxes.chosen(membership, "member"), !home.equals("own")));
  }

  @PostMapping("/clients/{id}/deeds/{deed}/reversal")
  ModelAndView undo(@PathVariable PartyId id, @PathVariable String deed, HttpServletRequest request) {
    return make(id, "", "deed", request, _ -> reversals.undo(id, Boxes.id(deed)));
  }

  @PostMapping("/clients/{id}/family/proposal")
  ModelAndView takeProposal(@PathVariable PartyId id, HttpServletRequest request) {
    return make(id, "", "name", request, _ -> households.takeProposal(id));
  }

  @PostMapping("/clients/{id}/family/name")
  ModelAndView name(@PathVariable PartyId id, @RequestParam(defaultValue = "") String name, HttpServletRequest request) {
    return make(id, "name", "name", request, _ -> households.rename(id, name));
  }

  @PostMapping("/clients/{id}/family/salutation")
  ModelAndView greet(@PathVariable PartyId id, @RequestParam(defaultValue = "") String salutation, HttpServletRequest request) {
    return make(id, "salutation", "salutation", request, _ -> households.greet(id, salutation));
  }

  private static Client.@Nullable Gender gender(@Nullable String typed) {
    return typed == null || typed.isEmpty() ? null : Codes.of(Client.Gender.values(), Client.Gender::code, typed, "gender");
  }

  /** @param box where a mistake belongs that names no box of its own */
  private ModelAndView make(PartyId family, String open, String box, HttpServletRequest request, Consumer<LocalDate> change) {
    try {
      change.accept(recording.today());
    } catch (Mistakes mistakes) {
      return view.show(family, open, mistakes, request);
    } catch (Unreadable unreadable) {
      return view.show(family, open, new Mistakes().add(box, unreadable), request);
    } catch (BrokenRule rule) {
      return view.show(family, open, new Mistakes().add(box, rule), request);
    }
    return new ModelAndView("redirect:/clients/" + family + "/family");
  }
}
