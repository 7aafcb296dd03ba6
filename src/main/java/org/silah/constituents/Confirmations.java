package org.silah.constituents;

import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.silah.access.Rights;
import org.silah.access.Sensitive;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was known already and somebody said is still so: the fact has the day and the source of that word from now on, the value stays. Of
 * several phones or addresses it is the newest that is meant; of several who decide, all. The store of {@code constituents.confirmation}.
 */
@Repository
class Confirmations {

  private static final String PHONE = """
      update constituents.phone x
      set as_of = ?, source = ?, recorded_at = ?, recorded_by = ?
      where x.party_id = ?
        and x.e164 = (select n.e164 from constituents.phone n where n.party_id = x.party_id order by n.as_of desc, n.recorded_at desc, n.e164 limit 1)
      """;

  private static final String EMAIL = """
      update constituents.email x
      set as_of = ?, source = ?, recorded_at = ?, recorded_by = ?
      where x.party_id = ?
        and x.address = (select n.address from constituents.email n where n.party_id = x.party_id order by n.as_of desc, n.recorded_at desc, n.address limit 1)
      """;

  private static final String ADDRESS = """
      update constituents.address x
      set as_of = ?, source = ?, recorded_at = ?, recorded_by = ?
      where x.party_id = ?
        and x.id = (select n.id from constituents.address n where n.party_id = x.party_id order by n.as_of desc, n.recorded_at desc, n.id limit 1)
      """;

  private static final String IDENTITIES = """
      update constituents.identity x
      set as_of = ?, source = ?, recorded_at = ?, recorded_by = ?
      where x.party_id = ? and x.kind <> 'branch_file'
      """;

  private final JdbcClient db;
  private final Clients clients;
  private final Facts facts;
  private final Addresses addresses;
  private final Standings standings;
  private final Rights rights;
  private final Changes changes;
  private final Recording recording;

  Confirmations(JdbcClient db, Clients clients, Facts facts, Addresses addresses, Standings standings, Rights rights, Changes changes, Recording recording) {
    this.db = db;
    this.clients = clients;
    this.facts = facts;
    this.addresses = addresses;
    this.standings = standings;
    this.rights = rights;
    this.changes = changes;
    this.recording = recording;
  }

  /**
   * Said again on the same day it does nothing.
   *
   * @throws NoSuchElementException if nothing of the kind is known of this client, or it is not wanted of them
   */
  @Transactional
  public void confirm(PartyId party, String item, String source) {
    changes.begin(party);
    var line = standings.of(party).lines().stream().filter(one -> one.item().equals(item) && one.state() != Standing.State.MISSING).findFirst().orElseThrow();
    var today = recording.today();
    if (!line.asOf().isBefore(today)) {
      return;
    }
    renew(party, item, source, today);
    db.sql("""
        insert into constituents.confirmation (id, party_id, item, source, was, as_of, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(Ids.next(), party.value(), item, source, line.asOf(), today, recording.at(), recording.by())
        .update();
    changes.made("client.confirm", party, Map.of("fact", item, "before", line.asOf().toString(), "after", today.toString(), "source", source));
  }

  private void renew(PartyId party, String item, String source, LocalDate today) {
    switch (item) {
      case "phone" -> newest(db.sql(PHONE), party, source, today);
      case "email" -> newest(db.sql(EMAIL), party, source, today);
      case "address" -> {
        if (addresses.of(party).getFirst().sheltered()) {
          rights.demand(Sensitive.PROTECTED_ADDRESS);
        }
        newest(db.sql(ADDRESS), party, source, today);
      }
      case "identity" -> newest(db.sql(IDENTITIES), party, source, today);
      case "decision_maker", "contact" -> db.sql("update constituents.tie set as_of = ? where to_id = ? and kind = ? and ended is null")
          .params(today, party.value(), item)
          .update();
      case String code -> again(party, Field.of(code).orElseThrow(), source);
    }
  }

  private void newest(JdbcClient.StatementSpec statement, PartyId party, String source, LocalDate today) {
    statement.params(today, source, recording.at(), recording.by(), party.value()).update();
  }

  /** The same value beside the former, so that both days are remembered. */
  private void again(PartyId party, Field field, String source) {
    var value = field.column() == null
        ? facts.present(party).get(field).value()
        : clients.file(party).orElseThrow().known().get(field);
    facts.put(party, field, value, source);
  }
}
