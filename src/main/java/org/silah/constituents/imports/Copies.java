package org.silah.constituents.imports;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes rows by COPY in the transaction of the caller. */
@Repository
class Copies {

  private interface Copying {
    CopyIn begin(CopyManager copies) throws SQLException;
  }

  private final JdbcTemplate db;

  Copies(JdbcTemplate db) {
    this.db = db;
  }

  void staged(CopyBuffer rows) {
    copy(rows, copies -> copies.copyIn("""
        copy constituents.import_staged (import_id, row_no, kind, agency_bearing, display_name, name_key, latin_name, title, given_name,
          father_name, grandfather_name, family_name, kunya, gender, birth_on, nationality, language, phones, emails, identity_kinds,
          identity_issuers, identity_numbers, official, country, region, city, district, street, building, postcode, short_code, roles,
          role_starts, consent_channels, consent_states, consent_topics, consent_on, consent_evidence, fact_codes, fact_values, note, alike)
        from stdin (format binary)"""));
  }

  void failed(CopyBuffer rows) {
    copy(rows, copies -> copies.copyIn("""
        copy constituents.import_row (import_id, row_no, outcome, problems, cells)
        from stdin (format binary)"""));
  }

  void rotations(CopyBuffer rows) {
    copy(rows, copies -> copies.copyIn("""
        copy constituents.name_rotation (key, party_id)
        from stdin (format binary)"""));
  }

  /** Into the table of a kind of import. */
  void own(Sql copy, CopyBuffer rows) {
    copy(rows, copies -> copies.copyIn(copy.text()));
  }

  private void copy(CopyBuffer rows, Copying copying) {
    if (rows.isEmpty()) {
      return;
    }
    db.execute((Connection connection) -> {
      var copy = copying.begin(connection.unwrap(PGConnection.class).getCopyAPI());
      try {
        var header = CopyBuffer.header();
        copy.writeToCopy(header, 0, header.length);
        copy.writeToCopy(rows.bytes(), 0, rows.size());
        var end = CopyBuffer.end();
        copy.writeToCopy(end, 0, end.length);
        return copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    });
  }
}
