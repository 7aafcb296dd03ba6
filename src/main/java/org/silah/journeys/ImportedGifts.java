package org.silah.journeys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.silah.giving.GiftId;
import org.silah.giving.GiftsReceived;
import org.silah.giving.Purpose;
import org.silah.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gifts of an import that are to be thanked for. */
@Repository
class ImportedGifts {

  private final JdbcClient db;

  ImportedGifts(JdbcClient db) {
    this.db = db;
  }

  List<Thanks> between(GiftsReceived chunk) {
    return db.sql("""
        select id, party_id, amount_minor, currency, given_on, purpose, designation
        from published.gift
        where import_id = ? and import_row between ? and ?
        order by import_row""")
        .params(chunk.importId(), chunk.firstRow(), chunk.lastRow())
        .query(ImportedGifts::read)
        .list();
  }

  private static Thanks read(ResultSet row, int index) throws SQLException {
    return new Thanks(
        new GiftId(row.getObject("id", UUID.class)),
        new PartyId(row.getObject("party_id", UUID.class)),
        new Money(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
        row.getObject("given_on", LocalDate.class),
        Purpose.of(row.getString("purpose")),
        row.getString("designation"));
  }
}
