package org.silah.dialogue;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Consumer;
import org.silah.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons beside a message. */
@Controller
class MessageDecisions {

  private final Decisions decisions;
  private final Bell bell;
  private final Pages pages;

  MessageDecisions(Decisions decisions, Bell bell, Pages pages) {
    this.decisions = decisions;
    this.bell = bell;
    this.pages = pages;
  }

  @PostMapping("/messages/{id}/release")
  String release(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return decide(id, decisions::release, "dialogue.message.released", request, next);
  }

  @PostMapping("/messages/{id}/again")
  String again(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return decide(id, decisions::tryAgain, "dialogue.message.requeued", request, next);
  }

  @PostMapping("/messages/{id}/arrival")
  String arrived(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return decide(id, decisions::arrived, "dialogue.message.arrived", request, next);
  }

  @PostMapping("/messages/{id}/cancellation")
  String drop(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return decide(id, decisions::drop, "dialogue.message.dropped", request, next);
  }

  @PostMapping("/messages/{id}/address")
  String trustAddress(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return decide(id, decisions::trustAddress, "dialogue.message.readdressed", request, next);
  }

  private String decide(UUID id, Consumer<MessageId> decision, String notice, HttpServletRequest request, RedirectAttributes next) {
    decision.accept(new MessageId(id));
    bell.ring();
    next.addFlashAttribute("notice", pages.words(request).get(notice));
    return "redirect:/messages/" + id;
  }
}
