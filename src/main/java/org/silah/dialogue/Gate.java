package org.silah.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
import java.util.function.Function;
import java.util.stream.Stream;
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
   * The rules, for message {@code m}. The scalar subqueries let the database go by its indexes, one client at a time; for the
   * {@code offset} it asks each of them once, and not wherever its answer is used.
   */
  private static final String RULES = """
      select f.*,
        case when f.consent ->> 1 = 'granted' then 'consent:' || (f.consent ->> 0) else m.topic || ' for ' || coalesce(m.reference, m.unique_key) end as basis,
        case
          when f.removed then 'removed'
          when f.deceased then 'deceased'
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
        select p.display_name, p.latin_name, p.title, p.gender, p.kind, p.officer_id, p.removed_at is not null as removed, p.deceased,
          (select v.address from published.email v where v.party_id = p.id) as address,
          (select jsonb_build_array(v.id, v.state)
            from published.consent v
            where v.party_id = p.id and v.channel = m.channel and v.topic = m.topic) as consent
        from constituents.party p
        where p.id = m.party_id
        offset 0) f
      """;

  private static final String JUDGE = """
      select m.id, m.party_id, m.template, m.language, m.context::text as context, coalesce(m.officer_id, g.officer_id) as officer_id,
        m.message_id, m.attempts, m.released_by is not null as released,
        g.display_name, g.latin_name, g.title, g.gender, g.kind, g.address, g.obstacle,
        case when g.kind = 'family' then (select h.salutation from published.household h where h.family_id = m.party_id) end as salutation
      from dialogue.message m
      cross join lateral (""" + RULES + """
        ) g
      where m.id = any (:ids)
      order by m.not_before, m.id""";

  /**
   * Departures are taken in the order of their ids, as by {@link Decisions#cancelBatch}, so that neither waits for the other in
   * a circle.
   */
  private static final String LET_GO = """
      with departure as materialized (
        select *
        from unnest(:couriers::text[], :next::uuid[], :addresses::text[], :subjects::text[], :bodies::text[], :messageIds::text[],
            :sent::uuid[], :sentAt::timestamptz[], :replies::text[])
          d(courier, id, address, subject, body, message_id, sent, sent_at, reply)
        order by d.id)
      update dialogue.message t
      set state = n.state, attempts = t.attempts + n.attempts, sending_at = coalesce(n.sending_at, t.sending_at), sent_at = n.sent_at,
        reason = null, smtp_reply = n.reply, basis = coalesce(n.basis, t.basis), address = coalesce(n.address, t.address),
        subject = coalesce(n.subject, t.subject), body = coalesce(n.body, t.body), message_id = coalesce(t.message_id, n.message_id)
      from (
        select d.id, d.courier, 'sending' as state, array['claimed', 'sending'] as states, 1 as attempts,
          cast(:now as timestamptz) as sending_at, null::timestamptz as sent_at, null as reply,
          g.basis, d.address, d.subject, d.body, d.message_id
        from departure d
        join dialogue.message m on m.id = d.id
        cross join lateral (""" + RULES + """
          ) g
        where g.obstacle is null
          and g.address = d.address
          and (m.released_by is not null or not :quiet)
        union all
        select d.sent, d.courier, 'sent', array['sending', 'uncertain'], 0, null, d.sent_at, d.reply, null, null, null, null, null
        from departure d) n
      where t.id = n.id
        and t.claimed_by = n.courier
        and t.state = any (n.states)
      returning t.id""";

  private final JdbcClient db;
  private final JdbcClient plannedOnce;
  private final GateSettings settings;
  private final Institutions institutions;
  private final JsonMapper json;
  private final Clock clock;
  private final Bundled<Departure, Boolean> departures = new Bundled<>(this::letGo);

  Gate(JdbcClient db, PlannedOnce plannedOnce, GateSettings settings, Institutions institutions, JsonMapper json, Clock clock) {
    this.db = db;
    this.plannedOnce = plannedOnce.client();
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
   * Marks {@code mail} as sending if every rule still allows it, and together with that {@code before} as sent: one update and
   * one commit for all the couriers that ask in the same moment, and at most one mail of each between the two marks.
   *
   * @return false if it may not go, or is not {@code courier}'s any more
   */
  boolean letGo(String courier, Mail mail, @Nullable Delivered before, GateSetting setting) {
    return departures.ask(new Departure(courier, mail, before, setting));
  }

  /** For a courier, as long as it goes on asking {@link #letGo}. */
  Bundled.Part takePart() {
    return departures.takePart();
  }

  private record Departure(String courier, Mail mail, @Nullable Delivered before, GateSetting setting) {}

  private List<Boolean> letGo(List<Departure> departures) {
    var setting = departures.getLast().setting();
    var now = clock.instant();
    var gone = plannedOnce.sql(LET_GO)
        .param("couriers", each(departures, Departure::courier))
        .param("next", departures.stream().map(departure -> departure.mail().id().value()).toArray(UUID[]::new))
        .param("addresses", each(departures, departure -> departure.mail().to()))
        .param("subjects", each(departures, departure -> departure.mail().subject()))
        .param("bodies", each(departures, departure -> departure.mail().text()))
        .param("messageIds", each(departures, departure -> departure.mail().messageId()))
        .param("sent", before(departures, Delivered::id).map(id -> id == null ? null : id.value()).toArray(UUID[]::new))
        .param("sentAt", before(departures, Delivered::at).map(at -> at == null ? null : at.toString()).toArray(String[]::new))
        .param("replies", before(departures, Delivered::reply).toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .param("needsYes", TOPICS_NEEDING_YES)
        .param("cap", setting.capMessages())
        .param("since", since(setting, now))
        .param("quiet", setting.quietUntil(now, institutions.charity().timeZone()).isPresent())
        .query(UUID.class)
        .set();
    return departures.stream().map(departure -> gone.contains(departure.mail().id().value())).toList();
  }

  private static String[] each(List<Departure> departures, Function<Departure, String> part) {
    return departures.stream().map(part).toArray(String[]::new);
  }

  private static <T> Stream<@Nullable T> before(List<Departure> departures, Function<Delivered, T> part) {
    return departures.stream().map(Departure::before).map(before -> before == null ? null : part.apply(before));
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
        row.getString("salutation"),
        gender == null ? null : Client.Gender.valueOf(gender.toUpperCase(Locale.ROOT)),
        ClientKind.of(row.getString("kind")),
        row.getString("address"),
        obstacle == null ? null : Obstacle.of(obstacle),
        row.getString("message_id"),
        row.getInt("attempts"),
        row.getBoolean("released"));
  }
}
