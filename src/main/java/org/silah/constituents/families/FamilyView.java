package org.silah.constituents.families;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.silah.constituents.Addresses;
import org.silah.constituents.ClientKind;
import org.silah.constituents.Constituents;
import org.silah.constituents.PartyId;
import org.silah.web.Mistakes;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws a family's page: who is in it, who was, how they belong together, what it is called, and the form that is open. */
@Component
class FamilyView {

  private final FamilyMembers members;
  private final HouseholdNames names;
  private final Naming naming;
  private final Ties ties;
  private final Addresses addresses;
  private final Constituents constituents;
  private final Pages pages;

  FamilyView(FamilyMembers members, HouseholdNames names, Naming naming, Ties ties, Addresses addresses, Constituents constituents, Pages pages) {
    this.members = members;
    this.names = names;
    this.naming = naming;
    this.ties = ties;
    this.addresses = addresses;
    this.constituents = constituents;
    this.pages = pages;
  }

  /** @param open the form that is open, empty for none */
  ModelAndView show(PartyId family, String open, Mistakes mistakes, HttpServletRequest request) {
    var client = constituents.find(family).filter(found -> found.kind() == ClientKind.FAMILY).orElseThrow();
    var household = new Household(family, members.shown(family));
    var page = pages.of(request);
    var view = new ModelAndView("constituents/families/family", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject("client", client);
    view.addObject("household", household);
    view.addObject("picture", FamilyPicture.of(household, ties.among(household.all().stream().map(Membership::member).distinct().toList()), page.words()));
    view.addObject("follows", naming.follows(family));
    view.addObject("proposal", naming.proposal(family).orElse(null));
    view.addObject("salutation", names.salutation(family).orElse(""));
    view.addObject("addresses", addresses.of(family));
    view.addObject("open", open);
    view.addObject("typed", typed(request));
    view.addObject("mistakes", mistakes.in(page.words()));
    return view;
  }

  static Map<String, String> typed(HttpServletRequest request) {
    var typed = new HashMap<String, String>();
    request.getParameterMap().forEach((box, values) -> typed.put(box, values[0]));
    return typed;
  }
}
