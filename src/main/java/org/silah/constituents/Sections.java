package org.silah.constituents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** Draws up the nine groups from what we know and what the panels of other modules know. */
@Component
class Sections {

  private final List<ProfilePanel> panels;
  private final Standings standings;

  Sections(List<ProfilePanel> panels, Standings standings) {
    this.panels = panels;
    this.standings = standings;
  }

  List<Section> all(Dossier dossier, Standing standing, Page page) {
    return Arrays.stream(ProfilePanel.Group.values()).map(group -> of(group, dossier, standing, page)).toList();
  }

  Section of(ProfilePanel.Group group, Dossier dossier, Page page) {
    return of(group, dossier, standings.of(dossier.id()), page);
  }

  private Section of(ProfilePanel.Group group, Dossier dossier, Standing standing, Page page) {
    var fields = Field.of(group, dossier.file().kind());
    var known = fields.stream().map(field -> dossier.known(field, page.brand().zone())).flatMap(Optional::stream).toList();
    var unknown = fields.stream().filter(field -> known.stream().noneMatch(fact -> fact.field() == field)).toList();
    var others = panels.stream().filter(panel -> panel.group() == group).map(panel -> panel.facts(dossier.id(), page)).toList();
    var days = new ArrayList<LocalDate>();
    Stream.concat(known.stream().map(Fact::asOf), others.stream().map(ProfilePanel.Facts::asOf)).filter(Objects::nonNull).forEach(days::add);
    // what most clients never have to tell is nothing that is missing
    int count = (int) known.stream().filter(fact -> fact.field().sensitive() == null).count() + others.stream().mapToInt(ProfilePanel.Facts::known).sum();
    int possible = (int) fields.stream().filter(field -> field.sensitive() == null).count() + others.stream().mapToInt(ProfilePanel.Facts::possible).sum();
    if (group == ProfilePanel.Group.IDENTITY) {
      count += dossier.contacts().known();
      possible += 4;
      dossier.contacts().days().forEach(days::add);
    }
    if (group == ProfilePanel.Group.CLASS) {
      count += dossier.roles().isEmpty() ? 0 : 1;
      possible++;
      dossier.roles().stream().flatMap(role -> Stream.of(role.since(), Objects.requireNonNullElse(role.until(), role.since()))).forEach(days::add);
    }
    if (group == ProfilePanel.Group.BEFORE_DEALING) {
      count += dossier.answers().isEmpty() ? 0 : 1;
      possible++;
      dossier.answers().stream().map(answer -> answer.at().atZone(page.brand().zone()).toLocalDate()).forEach(days::add);
    }
    var newest = days.stream().max(Comparator.naturalOrder()).orElse(null);
    return new Section(group, known, unknown, others.stream().map(ProfilePanel.Facts::content).toList(), count, possible, newest, standing.of(group),
        standing.stale(group));
  }
}
