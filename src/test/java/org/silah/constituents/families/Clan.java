package org.silah.constituents.families;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.silah.constituents.PartyId;
import org.silah.constituents.Registry;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Families as the registrar keeps them, by the forms of their pages. */
@TestComponent
class Clan {

  private final Registry registry;

  Clan(Registry registry) {
    this.registry = registry;
  }

  PartyId family(String name) {
    return registry.add("kind", "family", "name", name);
  }

  PartyId man(String name) {
    return registry.add("kind", "person", "name", name, "gender", "male");
  }

  PartyId woman(String name) {
    return registry.add("kind", "person", "name", name, "gender", "female");
  }

  /** The same with a name that follows its members, whatever it was. */
  PartyId familyOf(PartyId head) {
    var family = family("أسرة جديدة");
    sent(registry.send(path(family) + "/members", "member", head.toString(), "position", "head"));
    sent(registry.send(path(family) + "/family/proposal"));
    return family;
  }

  MvcTestResult join(PartyId family, PartyId member, String position, String since) {
    return registry.send(path(family) + "/members", "member", member.toString(), "position", position, "since", since);
  }

  MvcTestResult birth(PartyId family, String name, String gender, String on) {
    return registry.send(path(family) + "/births", "name", name, "gender", gender, "on", on);
  }

  MvcTestResult marriage(PartyId family, PartyId member, PartyId spouse, String on, String home) {
    return registry.send(path(family) + "/marriages", "member", member.toString(), "spouse", spouse.toString(), "on", on, "home", home);
  }

  MvcTestResult death(PartyId family, PartyId member, String on) {
    return registry.send(path(family) + "/deaths", "member", member.toString(), "on", on);
  }

  MvcTestResult departure(PartyId family, PartyId member, String on, String how) {
    return registry.send(path(family) + "/departures", "member", member.toString(), "on", on, "how", how);
  }

  MvcTestResult headship(PartyId family, PartyId member, String on) {
    return registry.send(path(family) + "/headships", "member", member.toString(), "on", on);
  }

  MvcTestResult undo(PartyId family, Object deed) {
    return registry.send(path(family) + "/deeds/" + deed + "/reversal");
  }

  MvcTestResult tie(PartyId client, PartyId other, String bond, String... more) {
    var fields = new java.util.ArrayList<>(List.of("other", other.toString(), "bond", bond));
    fields.addAll(List.of(more));
    return registry.send(path(client) + "/ties", fields.toArray(String[]::new));
  }

  String name(PartyId client) {
    return (String) registry.rows("select display_name from constituents.party where id = ?", client.value()).getFirst().get("display_name");
  }

  String page(PartyId family) {
    return Registry.text(registry.open(path(family) + "/family"));
  }

  String profile(PartyId client) {
    return Registry.text(registry.open(path(client)));
  }

  String ties(PartyId client) {
    return Registry.text(registry.open(path(client) + "/ties"));
  }

  List<Map<String, Object>> times(PartyId family) {
    return registry.rows("""
        select p.display_name as name, m.position, m.began, m.ended
        from constituents.family_member m
        join constituents.party p on p.id = m.member_id
        where m.family_id = ?
        order by m.recorded_at, m.id""", family.value());
  }

  /** The newest deed of a kind in which somebody of the family had a part. */
  Object deed(PartyId family, String kind) {
    return registry.rows("""
        select d.id
        from constituents.family_deed d
        where d.kind = ? and exists (select 1 from constituents.family_member m where m.family_id = ? and d.id in (m.begun_by, m.ended_by))
        order by d.id desc
        limit 1""", kind, family.value()).getFirst().get("id");
  }

  /** Fails with the sentences of the form if it came back. */
  static void sent(MvcTestResult answer) {
    if (answer.getResponse().getStatus() != 302) {
      throw new AssertionError("refused: " + answer.getResponse().getStatus() + " " + mistakes(answer));
    }
  }

  static List<String> mistakes(MvcTestResult answer) {
    var found = Pattern.compile("class=\"err\"[^>]*>([^<]*)<|role=\"alert\">(?s:.*?)<div>([^<]*)</div>").matcher(Registry.text(answer));
    return found.results().map(match -> match.group(1) == null ? match.group(2) : match.group(1)).toList();
  }

  static String path(PartyId client) {
    return "/clients/" + client;
  }
}
