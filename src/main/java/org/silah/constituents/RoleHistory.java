package org.silah.constituents;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Unreadable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clients take up roles and give them up. A role given up can be taken again: that is a new one. */
@Component
class RoleHistory {

  private static final int REASON = 500;

  private final ClientRoles roles;
  private final Recording recording;
  private final Changes changes;

  RoleHistory(ClientRoles roles, Recording recording, Changes changes) {
    this.roles = roles;
    this.recording = recording;
    this.changes = changes;
  }

  /** Does nothing if the client holds the role already. */
  @Transactional
  public void take(PartyId party, ClientRole role, LocalDate since, String source) {
    if (roles.take(party, role, since, source)) {
      changes.made("client.role.take", party, Map.of("role", role.code(), "since", since.toString(), "source", source),
          new RoleTaken(party, role, recording.now()));
    }
  }

  /** By hand: taking what is held already is a mistake worth saying. */
  @Transactional
  public void begin(PartyId party, ClientRole role, LocalDate since, String source) {
    changes.begin(party);
    if (roles.present(party, role).isPresent()) {
      throw new Unreadable("constituents.role.held");
    }
    take(party, role, since, source);
  }

  /**
   * @throws RoleNotHeld if the client does not hold the role
   * @throws Unreadable if the reason is missing, or the day is before the role began
   */
  @Transactional
  public void end(PartyId party, ClientRole role, LocalDate on, @Nullable String typedReason) {
    changes.begin(party);
    var held = roles.present(party, role).orElseThrow(RoleNotHeld::new);
    var reason = Typed.text(typedReason, REASON);
    if (on.isBefore(held.since())) {
      throw new Unreadable("constituents.role.ends-before");
    }
    roles.end(party, role, on, reason);
    changes.made("client.role.end", party, Map.of("role", role.code(), "on", on.toString(), "reason", reason),
        new RoleEnded(party, role, recording.now()));
  }
}
