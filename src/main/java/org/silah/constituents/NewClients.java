package org.silah.constituents;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.silah.access.BranchClosed;
import org.silah.access.Institutions;
import org.silah.access.Sights;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A client is added by hand, after a look at whom it may be. */
@Controller
class NewClients {

  private final Registration registration;
  private final LikeClients like;
  private final Institutions institutions;
  private final Sights sights;
  private final List<NewClientPart> parts;
  private final Pages pages;

  NewClients(Registration registration, LikeClients like, Institutions institutions, Sights sights, List<NewClientPart> parts, Pages pages) {
    this.registration = registration;
    this.like = like;
    this.institutions = institutions;
    this.sights = sights;
    this.parts = parts;
    this.pages = pages;
  }

  @GetMapping("/clients/new")
  ModelAndView begin(@RequestParam(defaultValue = "person") String kind, @RequestParam(defaultValue = "") String name, HttpServletRequest request) {
    return form(ClientForm.empty(kind, name), new Mistakes(), List.of(), request);
  }

  /** Who may be known already, while somebody is still typing: what cannot be read yet is left out. */
  @GetMapping("/clients/new/alike")
  ModelAndView alike(ClientForm form) {
    var client = form.read(institutions.charity().region(), institutions.today(), sights.taking(), new Mistakes());
    var view = new ModelAndView("constituents/alike");
    view.addObject("alike", client == null ? List.of() : like.to(client));
    view.addObject("asking", false);
    return view;
  }

  @PostMapping("/clients")
  ModelAndView add(ClientForm form, HttpServletRequest request, RedirectAttributes next) {
    var mistakes = new Mistakes();
    var client = form.read(institutions.charity().region(), institutions.today(), sights.taking(), mistakes);
    var more = parts.stream().map(part -> part.read(client.kind(), client.roles(), request, mistakes)).toList();
    if (!mistakes.none()) {
      return form(form, mistakes, List.of(), request);
    }
    var alike = form.isConfirmed() ? List.<LikeClient>of() : like.to(client);
    if (!alike.isEmpty()) {
      return form(form, mistakes, alike, request);
    }
    try {
      var party = registration.add(client, added -> more.forEach(one -> one.accept(added)));
      next.addFlashAttribute("notice", pages.words(request).get("constituents.new.done"));
      return new ModelAndView("redirect:/clients/" + party);
    } catch (IdentityTaken taken) {
      return form(form, mistakes.add("identityNumber", taken), like.to(client), request);
    } catch (KnownElsewhere elsewhere) {
      return form(form, mistakes.add("identityNumber", elsewhere), List.of(), request);
    } catch (BranchClosed closed) {
      return form(form, mistakes.add("branch", closed), List.of(), request);
    } catch (Unreadable unreadable) {
      return form(form, mistakes.add("name", unreadable), List.of(), request);
    }
  }

  private ModelAndView form(ClientForm form, Mistakes mistakes, List<LikeClient> alike, HttpServletRequest request) {
    var view = new ModelAndView("constituents/new", mistakes.none() && alike.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    var sentences = mistakes.in(pages.words(request));
    view.addObject("form", form);
    view.addObject("mistakes", sentences);
    view.addObject("parts", parts(sentences, request));
    view.addObject("alike", alike);
    view.addObject("branches", sights.taking());
    return view;
  }

  private List<Content> parts(Map<String, String> mistakes, HttpServletRequest request) {
    var page = pages.of(request);
    return parts.stream().map(part -> part.boxes(request, mistakes, page)).toList();
  }
}
