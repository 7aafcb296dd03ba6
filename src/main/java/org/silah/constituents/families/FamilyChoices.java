package org.silah.constituents.families;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.web.Page;

/** What the forms of families and ties let people choose from: values and words, in the order they are offered. */
final class FamilyChoices {

  private FamilyChoices() {}

  static Map<String, String> positions(Page page) {
    return of(Position.values(), Position::code, code -> page.t("constituents.position." + code, "unknown"));
  }

  static Map<String, String> genders(Page page) {
    return of(Client.Gender.values(), Client.Gender::code, code -> page.t("constituents.field.gender." + code));
  }

  /** Where a person we know is chosen, nothing is to be said. */
  static Map<String, String> gendersOrNone(Page page) {
    var options = new LinkedHashMap<String, String>();
    options.put("", page.t("constituents.none"));
    options.putAll(genders(page));
    return options;
  }

  static Map<String, String> ends(Page page) {
    var options = new LinkedHashMap<String, String>();
    options.put("over", page.t("constituents.tie.end.over"));
    options.put("mistake", page.t("constituents.tie.end.mistake"));
    return options;
  }

  static Map<String, String> homes(Page page) {
    return of(Marriages.Home.values(), Marriages.Home::code, code -> page.t("constituents.marriage.home." + code));
  }

  static Map<String, String> departures(Page page) {
    return of(Ending.DEPARTURES.toArray(Ending[]::new), Ending::code, code -> page.t("constituents.departure." + code));
  }

  static Map<String, String> shared(Page page) {
    var options = new LinkedHashMap<String, String>();
    options.put("shared", page.t("constituents.home.shared"));
    options.put("own", page.t("constituents.home.own"));
    return options;
  }

  static Map<String, String> members(Household household, Predicate<Membership> which) {
    var options = new LinkedHashMap<String, String>();
    household.present().stream().filter(which).forEach(membership -> options.put(membership.member().toString(), membership.name()));
    return options;
  }

  static Map<String, String> mothers(Household household, Page page) {
    var options = new LinkedHashMap<String, String>();
    options.put("", page.t("constituents.birth.mother.unsaid"));
    household.all().stream().filter(Births::mayBeMother).forEach(membership -> options.putIfAbsent(membership.member().toString(), membership.name()));
    return options;
  }

  /** What another can be to a client of this kind, seen from the client. */
  static Map<String, String> bonds(ClientKind kind, Page page) {
    var options = new LinkedHashMap<String, String>();
    options.put("", page.t("constituents.none"));
    for (var bond : Bond.values()) {
      if (bond.kind().suitsSecond(kind)) {
        options.put(bond.code(), page.t(bond.key(false), "unknown"));
      }
      if (!bond.mutual() && bond.kind().suitsFirst(kind)) {
        options.put(bond.code() + "-reverse", page.t(bond.key(true), "unknown"));
      }
    }
    return options;
  }

  static Map<String, String> influences(Page page) {
    return optional(page, Tie.Influence.values(), Tie.Influence::code, code -> page.t("constituents.tie.influence." + code));
  }

  static Map<String, String> styles(Page page) {
    return optional(page, Tie.Style.values(), Tie.Style::code, code -> page.t("constituents.tie.style." + code));
  }

  private static <E> Map<String, String> optional(Page page, E[] all, Function<E, String> code, Function<String, String> words) {
    var options = new LinkedHashMap<String, String>();
    options.put("", page.t("constituents.none"));
    options.putAll(of(all, code, words));
    return options;
  }

  private static <E> Map<String, String> of(E[] all, Function<E, String> code, Function<String, String> words) {
    var options = new LinkedHashMap<String, String>();
    List.of(all).forEach(one -> options.put(code.apply(one), words.apply(code.apply(one))));
    return options;
  }
}
