package org.silah.constituents.lists;

import gg.jte.Content;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.silah.constituents.ListColumn;
import org.silah.constituents.PartyId;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Columns that are not shown to everybody at first. */
@Configuration(proxyBeanMethods = false)
class OwnColumns {

  private record Column(String heading, int order, BiFunction<Collection<PartyId>, Page, Map<PartyId, Content>> values) implements ListColumn {

    @Override
    public boolean numeric() {
      return false;
    }

    @Override
    public boolean shownAtFirst() {
      return false;
    }

    @Override
    public Map<PartyId, Content> cells(Collection<PartyId> parties, Page page) {
      return values.apply(parties, page);
    }
  }

  @Bean
  ListColumn cityColumn(ClientDetails details) {
    return new Column("constituents.list.city", 70, (parties, _) -> {
      var cells = new HashMap<PartyId, Content>();
      details.cities(parties).forEach((party, city) -> cells.put(party, output -> output.writeUserContent(city)));
      return cells;
    });
  }

  @Bean
  ListColumn emailColumn(ClientDetails details) {
    return new Column("constituents.email", 75, (parties, _) -> {
      var cells = new HashMap<PartyId, Content>();
      details.emails(parties).forEach((party, address) -> cells.put(party, output -> output.writeUserContent(address)));
      return cells;
    });
  }

  @Bean
  ListColumn addedColumn(ClientDetails details, Fragments fragments) {
    return new Column("constituents.list.added", 80, (parties, page) -> {
      var cells = new HashMap<PartyId, Content>();
      details.added(parties).forEach((party, day) -> cells.put(party, fragments.of("web/date", Map.of("page", page, "day", day))));
      return cells;
    });
  }
}
