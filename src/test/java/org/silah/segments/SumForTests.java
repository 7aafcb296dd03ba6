package org.silah.segments;

import java.time.LocalDate;
import org.silah.kernel.Sql;
import org.springframework.boot.test.context.TestComponent;

@TestComponent
public class SumForTests implements Measure {
  @Override public String code() { return "sum"; }
  @Override public String label() { return "giving.amount"; }
  @Override public Unit unit() { return Unit.MONEY; }
  @Override public Sql values(Period period, LocalDate today) {
    return period.since(today)
        .map(since -> Sql.of("select d.party_id, coalesce((select sum(g.base_minor) from published.gift g where g.party_id = d.party_id and g.given_on >= ?), 0)::bigint as value from published.donor d", since))
        .orElseGet(() -> Sql.of("select party_id, base_minor as value from published.donor"));
  }
}
