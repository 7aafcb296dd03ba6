package org.silah.constituents.merging;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Dossier;
import org.silah.constituents.Dossiers;
import org.silah.constituents.LikeClient;
import org.silah.constituents.LikeClients;
import org.silah.constituents.ListColumn;
import org.silah.constituents.PartyId;
import org.silah.constituents.Shown;
import org.silah.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Draws the page on which files are compared before they become one. */
@Component
class SideBySide {

  /** More beside each other nobody can judge. */
  static final int MOST = 6;

  private final Dossiers dossiers;
  private final MergeSheets sheets;
  private final LikeClients like;
  private final List<ListColumn> columns;
  private final Shown shown;
  private final Pages pages;

  SideBySide(Dossiers dossiers, MergeSheets sheets, LikeClients like, List<ListColumn> columns, Shown shown, Pages pages) {
    this.dossiers = dossiers;
    this.sheets = sheets;
    this.like = like;
    this.columns = columns.stream().sorted(Comparator.comparingInt(ListColumn::order)).toList();
    this.shown = shown;
    this.pages = pages;
  }

  /**
   * @param chosen what was chosen before, by the fields' codes
   * @param trouble message key of why it could not be done, null at first
   * @throws NoSuchElementException if one of them is not there or out of sight
   */
  ModelAndView show(List<PartyId> parties, String kept, Map<String, String> chosen, @Nullable String trouble, HttpServletRequest request) {
    var page = pages.of(request);
    var clients = parties.stream().map(party -> dossiers.find(party).orElseThrow()).toList();
    var alike = clients.stream().map(Dossier::file).map(file -> file.kind()).distinct().count() == 1;
    var view = new ModelAndView("constituents/merging/side-by-side", trouble == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    view.addObject("clients", clients);
    view.addObject("sheet", clients.size() > 1 && alike ? sheets.of(clients, chosen(kept, parties), page.words()) : null);
    view.addObject("others", parties.size() < MOST ? others(parties) : List.of());
    view.addObject("apart", like.saidApart(parties));
    var figures = new LinkedHashMap<String, Map<PartyId, Content>>();
    columns.forEach(column -> figures.put(column.heading(), column.cells(parties, page)));
    view.addObject("figures", figures);
    view.addObject("chosen", chosen);
    view.addObject("trouble", trouble != null ? trouble : clients.size() > 1 && !alike ? new UnlikeClients().key() : null);
    view.addObject("shown", shown);
    return view;
  }

  /** Who may be one of them too. */
  private List<LikeClient> others(List<PartyId> parties) {
    var others = new ArrayList<LikeClient>();
    parties.forEach(party -> like.to(party).stream()
        .filter(one -> !parties.contains(one.hit().id()) && others.stream().noneMatch(other -> other.hit().id().equals(one.hit().id())))
        .forEach(others::add));
    return others;
  }

  static @Nullable PartyId chosen(String kept, List<PartyId> parties) {
    return parties.stream().filter(party -> party.toString().equals(kept)).findFirst().orElse(null);
  }

  static String query(List<PartyId> parties) {
    return parties.stream().map(party -> "client=" + party).collect(Collectors.joining("&"));
  }
}
