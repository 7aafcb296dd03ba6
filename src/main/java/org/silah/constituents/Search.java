package org.silah.constituents;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds clients as people type. */
@Repository
class Search {

  private final JdbcClient db;

  Search(JdbcClient db) {
    this.db = db;
  }

  List<Hit> find(String typed, int limit) {
    return List.of();
  }
}
