package org.silah.constituents;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silah.access.Rights;
import org.silah.web.Page;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws the profile, the whole of it or what changed. */
@Component
class ProfileView {

  /** Behind everything that can be on a timeline. */
  static final Instant NEWEST = Instant.parse("9999-01-01T00:00:00Z");

  private final Dossiers dossiers;
  private final Sections sections;
  private final Standings standings;
  private final Timeline timeline;
  private final List<ListColumn> columns;
  private final List<ProfilePart> parts;
  private final Shown shown;
  private final Rights rights;
  private final Pages pages;

  ProfileView(Dossiers dossiers, Sections sections, Standings standings, Timeline timeline, List<ListColumn> columns, List<ProfilePart> parts, Shown shown,
      Rights rights, Pages pages) {
    this.dossiers = dossiers;
    this.sections = sections;
    this.standings = standings;
    this.timeline = timeline;
    this.columns = columns.stream().sorted(Comparator.comparingInt(ListColumn::order)).toList();
    this.parts = parts;
    this.shown = shown;
    this.rights = rights;
    this.pages = pages;
  }

  ModelAndView whole(PartyId party, Editing editing, HttpServletRequest request) {
    return whole(party, editing, NEWEST, request);
  }

  ModelAndView whole(PartyId party, Editing editing, Instant before, HttpServletRequest request) {
    return whole(dossiers.find(party).orElseThrow(), editing, before, request);
  }

  /** With what somebody asked to look at. */
  ModelAndView revealed(Dossier dossier, ProfilePanel.Group group, HttpServletRequest request) {
    if (!Edits.isPart(request)) {
      return whole(dossier, Editing.nothing(), NEWEST, request);
    }
    var page = pages.of(request);
    var view = view("constituents/section", dossier, Editing.nothing(), page);
    view.addObject("section", sections.of(group, dossier, page));
    return view;
  }

  private ModelAndView whole(Dossier dossier, Editing editing, Instant before, HttpServletRequest request) {
    var party = dossier.id();
    var page = pages.of(request);
    var view = view("constituents/profile", dossier, editing, page);
    var standing = standings.of(party);
    view.addObject("sections", sections.all(dossier, standing, page));
    view.addObject("standing", standing);
    view.addObject("parts", parts.stream().map(one -> one.content(party, page)).toList());
    view.addObject("figures", figures(party, page));
    view.addObject("part", timeline.before(party, before, page.words()));
    return view;
  }

  /** One group alone, with or without a form in it. */
  ModelAndView section(PartyId party, ProfilePanel.Group group, Editing editing, HttpServletRequest request) {
    var page = pages.of(request);
    var dossier = dossiers.find(party).orElseThrow();
    var view = view("constituents/section", dossier, editing, page);
    view.addObject("section", sections.of(group, dossier, page));
    return view;
  }

  /** The group that was changed, and whatever else on the page says the same. */
  ModelAndView changed(PartyId party, ProfilePanel.Group group, HttpServletRequest request) {
    var page = pages.of(request);
    var dossier = dossiers.find(party).orElseThrow();
    var view = view("constituents/changed", dossier, Editing.nothing(), page);
    view.addObject("standing", standings.of(party));
    view.addObject("section", sections.of(group, dossier, page));
    view.addObject("figures", figures(party, page));
    view.addObject("part", timeline.before(party, NEWEST, page.words()));
    return view;
  }

  /** The timeline with the box for a note. */
  ModelAndView notes(PartyId party, Editing editing, HttpServletRequest request) {
    var page = pages.of(request);
    var view = view("constituents/timeline", dossiers.find(party).orElseThrow(), editing, page);
    view.addObject("part", timeline.before(party, NEWEST, page.words()));
    return view;
  }

  ModelAndView timeline(PartyId party, Instant before, HttpServletRequest request) {
    var page = pages.of(request);
    var dossier = dossiers.find(party).orElseThrow();
    var view = view("constituents/entries", dossier, Editing.nothing(), page);
    view.addObject("part", timeline.before(party, before, page.words()));
    return view;
  }

  private ModelAndView view(String template, Dossier dossier, Editing editing, Page page) {
    var view = new ModelAndView(template);
    view.addObject("dossier", dossier);
    view.addObject("editing", editing);
    view.addObject("shown", shown);
    view.addObject("rights", rights.held());
    if (!editing.mistakes().isEmpty()) {
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return view;
  }

  /** What the list shows of each client stands at the head of the profile too. */
  private Map<String, gg.jte.Content> figures(PartyId party, Page page) {
    var figures = new LinkedHashMap<String, gg.jte.Content>();
    for (var column : columns) {
      Optional.ofNullable(column.cells(List.of(party), page).get(party)).ifPresent(cell -> figures.put(column.heading(), cell));
    }
    return figures;
  }
}
