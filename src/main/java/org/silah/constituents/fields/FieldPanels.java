package org.silah.constituents.fields;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.ProfilePanel;
import org.silah.constituents.ProfilePanel.Group;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Custom fields on the profile, each in its group of the nine. */
@Configuration(proxyBeanMethods = false)
class FieldPanels {

  private static final String READ = FieldPanels.class.getName() + ".";

  private final CustomDossiers dossiers;
  private final ShownValues shown;
  private final Fragments fragments;

  FieldPanels(CustomDossiers dossiers, ShownValues shown, Fragments fragments) {
    this.dossiers = dossiers;
    this.shown = shown;
    this.fragments = fragments;
  }

  private record Panel(Group group, FieldPanels panels) implements ProfilePanel {

    @Override
    public Facts facts(PartyId party, Page page) {
      return panels.facts(group, party, page);
    }
  }

  @Bean
  ProfilePanel customIdentity() {
    return new Panel(Group.IDENTITY, this);
  }

  @Bean
  ProfilePanel customClass() {
    return new Panel(Group.CLASS, this);
  }

  @Bean
  ProfilePanel customPersonal() {
    return new Panel(Group.PERSONAL, this);
  }

  @Bean
  ProfilePanel customBeforeDealing() {
    return new Panel(Group.BEFORE_DEALING, this);
  }

  @Bean
  ProfilePanel customDealing() {
    return new Panel(Group.DEALING, this);
  }

  @Bean
  ProfilePanel customAfterDealing() {
    return new Panel(Group.AFTER_DEALING, this);
  }

  @Bean
  ProfilePanel customExpected() {
    return new Panel(Group.EXPECTED, this);
  }

  @Bean
  ProfilePanel customDues() {
    return new Panel(Group.DUES, this);
  }

  @Bean
  ProfilePanel customAttitudes() {
    return new Panel(Group.ATTITUDES, this);
  }

  /** What only few may see counts for nobody: a group is as complete for one reader as for the next. */
  private ProfilePanel.Facts facts(Group group, PartyId party, Page page) {
    var dossier = dossier(party, page);
    var known = dossier.known(group);
    var unknown = dossier.unknown(group);
    if (known.isEmpty() && unknown.isEmpty()) {
      return new ProfilePanel.Facts(0, 0, null, _ -> {});
    }
    var params = new HashMap<String, Object>();
    params.put("page", page);
    params.put("party", party);
    params.put("group", group);
    params.put("dossier", dossier);
    params.put("values", shown.of(party, known.stream().map(field -> dossier.held().get(field.id())).toList(), page.words()));
    int count = (int) known.stream().filter(field -> !field.isForFew()).count();
    return new ProfilePanel.Facts(count, count + (int) unknown.stream().filter(field -> !field.isForFew()).count(), newest(dossier, group),
        fragments.of("constituents/fields/panel", params));
  }

  /** Read once for the nine groups of a page. */
  private CustomDossier dossier(PartyId party, Page page) {
    var request = page.request();
    if (request.getAttribute(READ + party) instanceof CustomDossier read) {
      return read;
    }
    var read = dossiers.of(party);
    request.setAttribute(READ + party, read);
    return read;
  }

  private static @Nullable LocalDate newest(CustomDossier dossier, Group group) {
    return dossier.known(group).stream().filter(field -> !field.isForFew()).map(field -> dossier.held().get(field.id()).asOf()).max(Comparator.naturalOrder())
        .orElse(null);
  }
}
