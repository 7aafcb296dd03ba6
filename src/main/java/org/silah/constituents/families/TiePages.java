package org.silah.constituents.families;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.Codes;
import org.silah.constituents.Constituents;
import org.silah.constituents.Edits;
import org.silah.constituents.PartyId;
import org.silah.constituents.Recording;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a client is to others: read, made, put right and ended; and a person's death, which ends much of it. */
@Controller
class TiePages {

  /** Which of a client's ties are shown. */
  enum Which {
    ALL, KIN, GUARDIAN, WORK, OTHER, FORMER;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean shows(Tie tie) {
      return switch (this) {
        case ALL -> tie.present();
        case FORMER -> !tie.present();
        case KIN -> tie.present() && tie.bond().kind() == TieKind.KIN;
        case GUARDIAN -> tie.present() && tie.bond().kind() == TieKind.GUARDIAN;
        case WORK -> tie.present() && tie.bond().kind().hasPost();
        case OTHER -> tie.present() && (tie.bond().kind() == TieKind.REFERRER || tie.bond().kind() == TieKind.PARTNER);
      };
    }
  }

  private final Ties ties;
  private final TieWork work;
  private final FamilyMembers members;
  private final FamilyDeeds deeds;
  private final Deaths deaths;
  private final DeedReversals reversals;
  private final Constituents constituents;
  private final Recording recording;
  private final Audit audit;
  private final Pages pages;

  TiePages(
      Ties ties, TieWork work, FamilyMembers members, FamilyDeeds deeds, Deaths deaths, DeedReversals reversals, Constituents constituents,
      Recording recording, Audit audit, Pages pages) {
    this.ties = ties;
    this.work = work;
    this.members = members;
    this.deeds = deeds;
    this.deaths = deaths;
    this.reversals = reversals;
    this.constituents = constituents;
    this.recording = recording;
    this.audit = audit;
    this.pages = pages;
  }

  record Ending(@Nullable String on, @Nullable String how) {}

  /** @param open {@code tie} for a new one, {@code death}, or the id of a tie to put right or end */
  @GetMapping("/clients/{id}/ties")
  @Transactional
  ModelAndView show(
      @PathVariable PartyId id, @RequestParam(defaultValue = "") String open, @RequestParam(defaultValue = "all") String show, HttpServletRequest request) {
    var page = view(id, open, show, new Mistakes(), request);
    audit.record("client.read", "client", id, Map.of("part", "ties"));
    return page;
  }

  @PostMapping("/clients/{id}/ties")
  ModelAndView tie(@PathVariable PartyId id, TypedTie typed, HttpServletRequest request) {
    return make(id, "tie", "bond", request, today -> {
      var bond = typed.known();
      var other = typed.who();
      constituents.find(other).orElseThrow(() -> Mistakes.of("other", "constituents.tie.choose"));
      work.tie(bond, typed.isReverse() ? id : other, typed.isReverse() ? other : id, typed.begin(today), typed.told(bond), Edits.source(typed.source()));
    });
  }

  @PostMapping("/clients/{id}/ties/{tie}/correction")
  ModelAndView change(@PathVariable PartyId id, @PathVariable String tie, TypedTie typed, HttpServletRequest request) {
    return make(id, tie, "since", request, today -> {
      var bond = ties.find(id, Boxes.id(tie)).bond();
      work.change(id, Boxes.id(tie), typed.begin(today), typed.told(bond));
    });
  }

  @PostMapping("/clients/{id}/ties/{tie}/end")
  ModelAndView end(@PathVariable PartyId id, @PathVariable String tie, Ending typed, HttpServletRequest request) {
    return make(id, tie, "on", request, today -> {
      var day = Boxes.day(typed.on, "on", today);
      var how = "mistake".equals(typed.how) ? Tie.Ended.MISTAKE : Tie.Ended.OVER;
      work.end(id, Boxes.id(tie), day == null ? today : day, how);
    });
  }

  @PostMapping("/clients/{id}/death")
  ModelAndView died(@PathVariable PartyId id, @RequestParam(defaultValue = "") String on, HttpServletRequest request) {
    return make(id, "death", "on", request, today -> deaths.died(id, Boxes.neededDay(on, "on", today)));
  }

  @PostMapping("/clients/{id}/death/reversal")
  ModelAndView lives(@PathVariable PartyId id, HttpServletRequest request) {
    return make(id, "", "death", request, _ -> reversals.undo(id, deeds.deathOf(id).orElseThrow()));
  }

  private ModelAndView make(PartyId client, String open, String box, HttpServletRequest request, Consumer<LocalDate> change) {
    try {
      change.accept(recording.today());
    } catch (Mistakes mistakes) {
      return view(client, open, "all", mistakes, request);
    } catch (Unreadable unreadable) {
      return view(client, open, "all", new Mistakes().add(box, unreadable), request);
    } catch (BrokenRule rule) {
      return view(client, open, "all", new Mistakes().add(box, rule), request);
    }
    return new ModelAndView("redirect:/clients/" + client + "/ties");
  }

  private ModelAndView view(PartyId id, String open, String show, Mistakes mistakes, HttpServletRequest request) {
    var client = constituents.find(id).orElseThrow();
    var which = Codes.of(Which.values(), Which::code, show, "show");
    var all = ties.shown(id);
    var counts = new EnumMap<Which, Integer>(Which.class);
    for (var one : Which.values()) {
      counts.put(one, (int) all.stream().filter(one::shows).count());
    }
    var view = new ModelAndView("constituents/families/ties", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject("client", client);
    view.addObject("ties", all.stream().filter(which::shows).toList());
    view.addObject("which", which);
    view.addObject("counts", counts);
    view.addObject("memberships", members.shownFamiliesOf(id));
    view.addObject("deceased", deeds.deathOf(id).isPresent());
    view.addObject("open", open);
    view.addObject("typed", FamilyView.typed(request));
    view.addObject("mistakes", mistakes.in(pages.words(request)));
    return view;
  }
}
