package org.silah.segments;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.silah.constituents.ListFilter;
import org.silah.kernel.Sql;
import org.silah.kernel.Unreadable;
import org.silah.web.Page;
import org.springframework.stereotype.Component;

/** Donors of one class, for the list of clients. */
@Component
class ClassFilter implements ListFilter {

  @Override
  public String parameter() {
    return "class";
  }

  @Override
  public String label() {
    return "segments.class";
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public Map<String, String> options(Page page) {
    var options = new LinkedHashMap<String, String>();
    Arrays.stream(ValueClass.values()).forEach(one -> options.put(one.code(), page.t("segments.class." + one.code())));
    return options;
  }

  @Override
  public Sql admits(String value) {
    if (Arrays.stream(ValueClass.values()).noneMatch(one -> one.code().equals(value))) {
      throw new Unreadable("constituents.choice.unknown");
    }
    return Sql.of("exists (select 1 from segments.donor_class c where c.party_id = p.id and c.class = ?)", value);
  }
}
