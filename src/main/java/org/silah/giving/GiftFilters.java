package org.silah.giving;

import java.util.Map;
import java.util.function.Function;
import org.silah.constituents.ListFilter;
import org.silah.kernel.Dates;
import org.silah.kernel.Sql;
import org.silah.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clients by when they gave last, for the list of clients. */
@Configuration(proxyBeanMethods = false)
class GiftFilters {

  private record Filter(String parameter, String label, int order, Function<String, Sql> condition) implements ListFilter {

    @Override
    public Map<String, String> options(Page page) {
      return Map.of();
    }

    @Override
    public boolean isDay() {
      return true;
    }

    @Override
    public Sql admits(String value) {
      return condition.apply(value);
    }
  }

  @Bean
  ListFilter gaveSinceFilter() {
    return new Filter("gave_since", "giving.filter.since", 50, GiftFilters::since);
  }

  @Bean
  ListFilter gaveLastBeforeFilter() {
    return new Filter("gave_before", "giving.filter.before", 51, GiftFilters::before);
  }

  private static Sql since(String typed) {
    return Sql.of("exists (select 1 from giving.donor_summary s where s.party_id = p.id and s.last_on >= ?)", Dates.parse(typed));
  }

  private static Sql before(String typed) {
    return Sql.of("exists (select 1 from giving.donor_summary s where s.party_id = p.id and s.last_on < ?)", Dates.parse(typed));
  }
}
