package org.silah.giving;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.silah.constituents.imports.ClientTies;
import org.silah.constituents.imports.ImportId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever gave is not removed with a list; a reversed gift is still a gift of theirs. */
@Component
class GiftTies implements ClientTies {

  private final JdbcClient db;

  GiftTies(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String reason() {
    return "giving.tie";
  }

  @Override
  public Set<UUID> tied(Collection<UUID> clients, ImportId undone) {
    return new HashSet<>(db.sql("select distinct party_id from giving.gift where party_id = any (?) and import_id is distinct from ?")
        .params(clients.toArray(UUID[]::new), undone.value()).query(UUID.class).list());
  }
}
