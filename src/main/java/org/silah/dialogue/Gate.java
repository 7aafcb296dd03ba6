package org.silah.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Institutions;
import org.silah.constituents.Client;
import org.silah.constituents.ClientKind;
import org.silah.constituents.PartyId;
import org.silah.constituents.Topic;
import org.silah.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place every message passes. Its rules are asked for whole blocks, so that held ones never reach a connection,
 * and once more in the very statement that marks a message as sending: what a client decided a moment ago counts.
 */
@Repository
class Gate {

  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

  private static final String[] TOPICS_NEEDING_YES =
      Arrays.stream(Topic.values()).filter(Topic::needsYes).map(Topic::code).toArray(String[]::new);

  /**
   * The rules, for message {@code m}. The scalar subqueries let the database go by its indexes, one client at a time.
   */
  private static final String RULES = """
      select f.*,
        case when f.consent ->> 1 = 'granted' then 'consent:' || (f.consent ->> 0) else m.topic || ' for ' || coalesce(m.reference, m.unique_key) end as basis,
        case
          when f.removed then 'removed'
          when f.address is null then 'no_address'
          when exists (select 1 from dialogue.suppressed_address s where s.address = lower(f.address)) then 'suppressed'
          when f.consent ->> 1 = 'refused' then 'refused'
          when f.consent is null and m.topic = any (:needsYes) then 'no_consent'
          when m.released_by is null and :cap <= (
            select count(*)
            from dialogue.message s
            where s.party_id = m.party_id
              and s.id <> m.id
              and s.state in ('sending', 'sent', 'uncertain')
              and s.sending_at > :since) then 'cap'
        end as obstacle
      from (
        select p.display_name, p.latin_name, p.title, p.gender, p.kind, p.officer_id, p.removed_at is not null as removed,
          (select v.address from published.email v where v.party_id = p.id) as address,
          (select jsonb_build_array(v.id, v.state)
            from published.consent v
            where v.party_id = p.id and v.channel = m.channel and v.topic = m.topic) as consent
        from constituents.party p
        where p.id = m.party_id) f
      """;

  private static final String JUDGE = """
      select m.id, m.party_id, m.template, m.language, m.context::text as context, coalesce(m.officer_id, g.officer_id) as officer_id,
        m.message_id, m.attempts, m.released_by is not null as released,
        g.display_name, g.latin_name, g.title, g.gender, g.kind, g.address, g.obstacle
      from dialogue.message m
      cross join lateral (""" + RULES + """
        ) g
      where m.id = any (:ids)
      order by m.not_before, m.id""";

  private static final String LET_GO = """
      with resolved as (
        update dialogue.message
        set state = 'sent', sent_at = :sentAt, smtp_reply = :reply, reason = null, lease_until = null
        where id = :sent and claimed_by = :me and state in ('sending', 'uncertain'))
      update dialogue.message m
      set state = 'sending', sending_at = :now, lease_until = :lease, attempts = m.attempts + 1, reason = null, smtp_reply = null,
        basis = g.basis, address = g.address, subject = :subject, body = :body, message_id = coalesce(m.message_id, :messageId)
      from (
        select m.id, g.*
        from dialogue.message m
        cross join lateral (""" + RULES + """
          ) g
        where m.id = :next) g
      where m.id = g.id
        and m.claimed_by = :me
        and m.state in ('claimed', 'sending')
        and g.obstacle is null
        and g.address = :address
        and (m.released_by is not null or not :quiet)""";

  private final JdbcClient db;
  private final GateSettings settings;
  private final Institutions institutions;
  private final JsonMapper json;
  private final Clock clock;

  Gate(JdbcClient db, GateSettings settings, Institutions institutions, JsonMapper json, Clock clock) {
    this.db = db;
    this.settings = settings;
    this.institutions = institutions;
    this.json = json;
    this.clock = clock;
  }

  /** What holds at one moment for a whole block. */
  record Judgement(GateSetting setting, Optional<Instant> quietUntil, List<Addressed> messages) {

    /** Whether the message waits for the end of the quiet hours. */
    boolean waits(Addressed message) {
      return quietUntil.isPresent() && !message.released();
    }
  }

  /** Messages that do not exist any more are missing from the answer. */
  Judgement judge(Collection<MessageId> ids) {
    var setting = settings.current();
    var now = clock.instant();
    var messages = db.sql(JUDGE)
        .param("ids", ids.stream().map(MessageId::value).toArray(UUID[]::new))
        .param("needsYes", TOPICS_NEEDING_YES)
        .param("cap", setting.capMessages())
        .param("since", since(setting, now))
        .query(this::read)
        .list();
    return new Judgement(setting, setting.quietUntil(now, institutions.charity().timeZone()), messages);
  }

  /**
   * Marks {@code mail} as sending if every rule still allows it, and together with that {@code before} as sent: one commit a mail.
   *
   * @return false if it may not go, or is not {@code courier}'s any more
   */
  boolean letGo(String courier, Mail mail, @Nullable Delivered before, GateSetting setting, Duration lease) {
    var now = clock.instant();
    return db.sql(LET_GO)
        .param("me", courier)
        .param("sent", before == null ? null : before.id().value(), Types.OTHER)
        .param("sentAt", before == null ? null : Timestamp.from(before.at()), Types.TIMESTAMP)
        .param("reply", before == null ? null : before.reply(), Types.VARCHAR)
        .param("next", mail.id().value())
        .param("now", Timestamp.from(now))
        .param("lease", Timestamp.from(now.plus(lease)))
        .param("subject", mail.subject())
        .param("body", mail.text())
        .param("messageId", mail.messageId())
        .param("address", mail.to())
        .param("needsYes", TOPICS_NEEDING_YES)
        .param("cap", setting.capMessages())
        .param("since", since(setting, now))
        .param("quiet", setting.quietUntil(now, institutions.charity().timeZone()).isPresent())
        .update() == 1;
  }

  private static Timestamp since(GateSetting setting, Instant now) {
    return Timestamp.from(now.minus(Duration.ofDays(setting.capDays())));
  }

  private Addressed read(ResultSet row, int index) throws SQLException {
    var gender = row.getString("gender");
    var obstacle = row.getString("obstacle");
    return new Addressed(
        new MessageId(row.getObject("id", UUID.class)),
        new PartyId(row.getObject("party_id", UUID.class)),
        row.getString("template"),
        Language.of(row.getString("language")).orElseThrow(),
        json.readValue(row.getString("context"), STRINGS),
        row.getObject("officer_id", UUID.class),
        row.getString("display_name"),
        row.getString("latin_name"),
        row.getString("title"),
        gender == null ? null : Client.Gender.valueOf(gender.toUpperCase(Locale.ROOT)),
        ClientKind.of(row.getString("kind")),
        row.getString("address"),
        obstacle == null ? null : Obstacle.of(obstacle),
        row.getString("message_id"),
        row.getInt("attempts"),
        row.getBoolean("released"));
  }
}
