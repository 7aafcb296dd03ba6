package org.silah.constituents;

import java.util.Map;
import java.util.NoSuchElementException;
import org.silah.access.Audit;
import org.silah.kernel.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every change to a client has in common: one at a time, one audit entry, one mark that the client changed. */
@Component
public class Changes {

  private final JdbcClient db;
  private final Recording recording;
  private final Underway underway;
  private final Seen seen;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Changes(JdbcClient db, Recording recording, Underway underway, Seen seen, Audit audit, ApplicationEventPublisher events) {
    this.db = db;
    this.recording = recording;
    this.underway = underway;
    this.seen = seen;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Holds the client until the transaction ends, so that "before" in the audit entry is what was before. Who only adds rows that point
   * to the client, as a gift does, is not held up.
   *
   * @throws NoSuchElementException if there is no such client, or it was removed or is out of sight
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(PartyId party) {
    var query = Sql.of("select 1 from constituents.party p where p.id = ? and p.removed_at is null", party.value()).append(seen.only()).append("for no key update");
    db.sql(query.text()).params(query.values()).query(Integer.class).optional().orElseThrow(NoSuchElementException::new);
  }

  /** @param action as the audit log names it: {@code client.phone.add} */
  @Transactional(propagation = Propagation.MANDATORY)
  public void made(String action, PartyId party, Map<String, ?> detail) {
    underway.begin();
    db.sql("update constituents.party set updated_at = ? where id = ?").params(recording.at(), party.value()).update();
    audit.record(action, "client", party, detail);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void made(String action, PartyId party, Map<String, ?> detail, Happening event) {
    made(action, party, detail);
    events.publishEvent(event);
  }
}
