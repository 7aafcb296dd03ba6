package org.silah.constituents;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Notes on clients; the timeline reads them. The store of {@code constituents.note}. */
@Repository
class Notes {

  private final JdbcClient db;
  private final Recording recording;
  private final Changes changes;

  Notes(JdbcClient db, Recording recording, Changes changes) {
    this.db = db;
    this.recording = recording;
    this.changes = changes;
  }

  /** @throws org.silah.kernel.Unreadable if it is empty or longer than 10,000 characters */
  @Transactional
  public void add(PartyId party, @Nullable String typed) {
    changes.begin(party);
    var text = Typed.text(typed, Typed.NOTE);
    db.sql("insert into constituents.note (id, party_id, text, at, written_by) values (?, ?, ?, ?, ?)")
        .params(Ids.next(), party.value(), text, recording.at(), recording.by())
        .update();
    changes.made("client.note.add", party, Map.of("after", text));
  }
}
