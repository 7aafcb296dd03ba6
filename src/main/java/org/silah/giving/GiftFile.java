package org.silah.giving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.access.StaffMembers;
import org.silah.constituents.Constituents;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One gift: what it was, whose, and what became of it. There is nothing to edit; a mistake is reversed. */
@Controller
class GiftFile {

  private final Gifts gifts;
  private final Rates rates;
  private final Giving giving;
  private final Constituents constituents;
  private final StaffMembers staff;
  private final Institutions institutions;
  private final List<GiftPanel> panels;
  private final Pages pages;

  GiftFile(Gifts gifts, Rates rates, Giving giving, Constituents constituents, StaffMembers staff, Institutions institutions, List<GiftPanel> panels,
      Pages pages) {
    this.gifts = gifts;
    this.rates = rates;
    this.giving = giving;
    this.constituents = constituents;
    this.staff = staff;
    this.institutions = institutions;
    this.panels = panels.stream().sorted(Comparator.comparingInt(GiftPanel::order)).toList();
    this.pages = pages;
  }

  @GetMapping("/gifts/{id}")
  String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
    return show(new GiftId(id), "", null, request, model);
  }

  @PostMapping("/gifts/{id}/reversal")
  String reverse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, HttpServletRequest request, HttpServletResponse response,
      Model model, RedirectAttributes next) {
    var words = pages.words(request);
    try {
      giving.reverse(new GiftId(id), Reasons.read(reason));
    } catch (Mistakes mistakes) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(new GiftId(id), reason, mistakes.in(words).get("reason"), request, model);
    }
    next.addFlashAttribute("notice", words.get("giving.reversal.done"));
    return "redirect:/gifts/" + id;
  }

  private String show(GiftId id, String reason, @Nullable String mistake, HttpServletRequest request, Model model) {
    var gift = gifts.find(id, institutions.charity().currency()).orElseThrow(NoSuchElementException::new);
    var page = pages.of(request);
    model.addAttribute("gift", gift);
    model.addAttribute("rate", rates.used(gift.amount(), gift.base(), gift.givenOn()));
    model.addAttribute("giver", constituents.find(gift.giver()).orElse(null));
    model.addAttribute("recordedBy", who(gift.recordedBy(), page));
    model.addAttribute("reversedBy", gift.status() instanceof Gift.Status.Reversed(_, _, var by) ? who(by, page) : null);
    model.addAttribute("panels", panels.stream().map(panel -> panel.of(id, gift.giver(), page)).filter(Objects::nonNull).toList());
    model.addAttribute("reason", reason);
    model.addAttribute("mistake", mistake);
    return "giving/gift";
  }

  /** A staff member's name; of others what they are. */
  private String who(@Nullable String actor, org.silah.web.Page page) {
    var parts = (actor == null ? "system" : actor).split(":", 2);
    if (parts[0].equals("staff") && parts.length == 2) {
      return staff.find(UUID.fromString(parts[1])).map(member -> member.name(page.language())).orElse("");
    }
    var key = "giving.by." + parts[0];
    return page.t(page.words().has(key) ? key : "giving.by.system");
  }
}
