package org.silah.constituents.lists;

import java.sql.Timestamp;
import java.util.Map;
import org.silah.access.Institutions;
import org.silah.constituents.Days;
import org.silah.constituents.ListFilter;
import org.silah.kernel.Sql;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** Clients who were added on a day or since; the day begins as it does at the charity. */
@Component
class AddedSinceFilter implements ListFilter {

  private final Institutions institutions;

  AddedSinceFilter(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public String parameter() {
    return "added_since";
  }

  @Override
  public String label() {
    return "constituents.list.added-since";
  }

  @Override
  public int order() {
    return 40;
  }

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
    var charity = institutions.charity();
    return Sql.of("p.created_at >= ?", Timestamp.from(Days.past(value, institutions.today()).atStartOfDay(charity.timeZone()).toInstant()));
  }
}
