package org.silah.giving;

import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clients by their file number. */
@Repository
class ClientNumbers {

  private final JdbcClient db;

  ClientNumbers(JdbcClient db) {
    this.db = db;
  }

  Optional<PartyId> find(long fileNumber) {
    return db.sql("select id from published.client where file_number = ?").param(fileNumber).query(UUID.class).optional().map(PartyId::new);
  }
}
