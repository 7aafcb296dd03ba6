package org.silah.dialogue;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Map;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The one row of {@code dialogue.gate_setting}. */
@Repository
class GateSettings {

  private final JdbcClient db;
  private final Audit audit;
  private final Actors actors;
  private final Clock clock;

  GateSettings(JdbcClient db, Audit audit, Actors actors, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.actors = actors;
    this.clock = clock;
  }

  GateSetting current() {
    return db.sql("select quiet_from, quiet_until, cap_messages, cap_days from dialogue.gate_setting")
        .query((row, _) -> new GateSetting(
            row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_until", LocalTime.class),
            row.getInt("cap_messages"), row.getInt("cap_days")))
        .single();
  }

  @Transactional
  void change(GateSetting setting) {
    var before = current();
    db.sql("update dialogue.gate_setting set quiet_from = ?, quiet_until = ?, cap_messages = ?, cap_days = ?, changed_at = ?, changed_by = ?")
        .params(setting.quietFrom(), setting.quietUntil(), setting.capMessages(), setting.capDays(), Timestamp.from(clock.instant()), actors.current().code())
        .update();
    audit.record("gate.change", "setting", "gate", Map.of("before", facts(before), "after", facts(setting)));
  }

  private static Map<String, Object> facts(GateSetting setting) {
    return Map.of("quiet_from", setting.quietFrom().toString(), "quiet_until", setting.quietUntil().toString(),
        "cap_messages", setting.capMessages(), "cap_days", setting.capDays());
  }
}
