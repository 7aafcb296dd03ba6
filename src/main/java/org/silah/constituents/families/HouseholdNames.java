package org.silah.constituents.families;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names that were proposed for families, and how letters begin. The store of {@code constituents.household}. */
@Repository
class HouseholdNames {

  private final JdbcClient db;

  HouseholdNames(JdbcClient db) {
    this.db = db;
  }

  void propose(PartyId family, String name) {
    db.sql("""
        insert into constituents.household (family_id, proposed_name)
        values (?, ?)
        on conflict (family_id) do update
        set proposed_name = excluded.proposed_name""")
        .params(family.value(), name)
        .update();
  }

  /** The proposal that the family was last given as its name. */
  Optional<String> proposed(PartyId family) {
    return db.sql("select proposed_name from constituents.household where family_id = ? and proposed_name is not null")
        .param(family.value())
        .query(String.class)
        .optional();
  }

  void greet(PartyId family, @Nullable String salutation) {
    db.sql("""
        insert into constituents.household (family_id, salutation)
        values (?, ?)
        on conflict (family_id) do update
        set salutation = excluded.salutation""")
        .params(family.value(), salutation)
        .update();
  }

  Optional<String> salutation(PartyId family) {
    return db.sql("select salutation from constituents.household where family_id = ? and salutation is not null")
        .param(family.value())
        .query(String.class)
        .optional();
  }

  void forget(PartyId family) {
    db.sql("delete from constituents.household where family_id = ?").param(family.value()).update();
  }
}
