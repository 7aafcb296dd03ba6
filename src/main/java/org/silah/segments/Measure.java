package org.silah.segments;

import java.time.LocalDate;
import org.silah.kernel.Sql;

/**
 * One meaning of a donor's value, offered as a bean by the module that owns the facts. The pyramid ranks by it and never
 * knows what is behind it.
 */
public interface Measure {

  /** What the charity's choice is stored as: {@code sum}. Never changes once released. */
  String code();

  /** Message key of its name. */
  String label();

  Unit unit();

  /**
   * A query for {@code (party_id uuid, value bigint)}: exactly one row for every donor (whoever has an unreversed gift, of any
   * time), 0 for a donor who did nothing in {@code period}. A greater value stands higher; of equals, the one known longer.
   */
  Sql values(Period period, LocalDate today);

  /** How a value is read: minor units of the charity's own currency, a number of things, or points. */
  enum Unit {
    MONEY, COUNT, POINTS;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
