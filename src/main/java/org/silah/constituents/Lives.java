package org.silah.constituents;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A person's death, and its taking back where it was a mistake; and files that should never have been opened. Within a deed of others. */
@Component
public class Lives {

  private final Clients clients;
  private final Names names;
  private final Changes changes;

  Lives(Clients clients, Names names, Changes changes) {
    this.clients = clients;
    this.names = names;
    this.changes = changes;
  }

  /** From now on nobody writes to this person. @param deed by which it is taken back */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(PartyId person, @Nullable LocalDate on, UUID deed) {
    changes.begin(person);
    clients.end(person, on, deed);
    changes.made("client.death", person, on == null ? Map.of() : Map.of("on", on.toString()));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void revive(PartyId person) {
    changes.begin(person);
    clients.revive(person);
    changes.made("client.death.undone", person, Map.of());
  }

  /** Takes back a file that a mistake opened, unless somebody has written in it since. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void close(PartyId party, String reason) {
    changes.begin(party);
    var keys = clients.file(party).orElseThrow().nameKeys();
    if (clients.close(party, reason)) {
      names.remove(party, keys);
      changes.made("client.remove", party, Map.of("reason", reason));
    }
  }
}
