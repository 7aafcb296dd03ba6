package org.silah.constituents.imports;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.silah.access.Institutions;
import org.silah.constituents.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What clients allowed, as lists tell it. An answer with a day takes its place among the others by that day, and the newest holds. Of those
 * without a day a yes never stands against an answer that the client gave, and a no always counts; on one day a no goes before a yes.
 */
@Repository
class ToldAnswers {

  private static final String ADD = """
      with said as materialized (
        select distinct on (r.party_id, c.channel, t.topic, s.consent_on) r.party_id, c.channel, t.topic, c.state, s.consent_on,
          concat_ws(' · ', s.consent_evidence, :file, (s.row_no - 1) / :spread + 1) as evidence,
          case when s.consent_on is null then :at::timestamptz
            when c.state = 'granted' then s.consent_on::timestamp at time zone :zone
            else least(:at::timestamptz, (s.consent_on + 1)::timestamp at time zone :zone - interval '1 microsecond') end as at
        from constituents.import_staged s
        join constituents.import_row r on r.import_id = s.import_id and r.row_no = s.row_no
        cross join lateral unnest(s.consent_channels, s.consent_states) as c (channel, state)
        cross join lateral unnest(coalesce(s.consent_topics, :topics::text[])) as t (topic)
        where s.import_id = :import and s.row_no between :first and :last
          and r.import_id = :import and r.row_no between :first and :last and r.outcome in ('new', 'joined', 'repeats')
        order by r.party_id, c.channel, t.topic, s.consent_on, c.state desc, s.row_no
      ),
      judged as (
        select s.*, exists (
            select 1
            from constituents.consent a
            where a.party_id = s.party_id and a.channel = s.channel and a.topic = s.topic and a.state = 'granted' and a.import_id = :import::uuid
              and a.at > s.at and a.at <> date_trunc('day', a.at, :zone)) as after_undated
        from said s
      ),
      added as (
        insert into constituents.consent (id, party_id, channel, topic, state, evidence, source, import_id, at, recorded_by)
        select uuidv7(), j.party_id, j.channel, j.topic, j.state, j.evidence, :source, :import::uuid,
          case when j.state = 'refused' and j.after_undated then :at::timestamptz else j.at end, :by
        from judged j
        where case
          when j.consent_on is not null then not exists (
            select 1
            from constituents.consent a
            where a.party_id = j.party_id and a.channel = j.channel and a.topic = j.topic and a.state = j.state and a.at = j.at)
          when j.state = 'granted' then not exists (
              select 1
              from constituents.consent a
              where a.party_id = j.party_id and a.channel = j.channel and a.topic = j.topic)
            and not exists (
              select 1
              from said d
              where d.party_id = j.party_id and d.channel = j.channel and d.topic = j.topic and d.consent_on is not null)
          else not exists (
            select 1
            from constituents.consent a
            where a.party_id = j.party_id and a.channel = j.channel and a.topic = j.topic and a.state = 'refused' and not exists (
              select 1
              from constituents.consent b
              where b.party_id = a.party_id and b.channel = a.channel and b.topic = a.topic and (b.at, b.id) > (a.at, a.id)))
          end
        order by j.party_id, j.channel, j.topic, j.at
        returning party_id
      )
      select distinct a.party_id
      from added a
      join constituents.party p on p.id = a.party_id
      where p.import_id is distinct from :import
      """;

  private static final String[] TOPICS = Arrays.stream(Topic.values()).map(Topic::code).toArray(String[]::new);

  private final JdbcClient db;
  private final Institutions institutions;

  ToldAnswers(JdbcClient db, Institutions institutions) {
    this.db = db;
    this.institutions = institutions;
  }

  /** @return the clients who were known before and of whom something is known now */
  List<UUID> add(Import job, Chunk chunk) {
    return chunk.into(db.sql(ADD))
        .param("file", job.fileName()).param("spread", job.spread()).param("topics", TOPICS).param("zone", institutions.charity().timeZone().getId())
        .query(UUID.class)
        .list();
  }
}
