package org.silah.giving;

import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clients by their file number, also by that of a file that was merged into theirs: whose id it is must be held before it is used. */
@Repository
class ClientNumbers {

  private final JdbcClient db;

  ClientNumbers(JdbcClient db) {
    this.db = db;
  }

  Optional<PartyId> find(long fileNumber) {
    return db.sql("select id from published.file_number where file_number = ?").param(fileNumber).query(UUID.class).optional().map(PartyId::new);
  }
}
