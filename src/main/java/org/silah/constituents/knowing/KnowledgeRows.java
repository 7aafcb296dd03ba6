package org.silah.constituents.knowing;

import java.util.Collection;
import java.util.UUID;
import org.silah.access.Institutions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How well each client is known, and the sums over all of them. A row is made anew as a whole; the sums lose what it said and gain what it
 * says now, so they are right without ever being counted. One transaction at a time does so: {@link KnowledgeFollowing} sees to that.
 */
@Repository
class KnowledgeRows {

  private static final String MADE = """
      insert into constituents.client_knowledge (party_id, branch_id, kind, items, weights, states, accurate, identities, asked_weight,
        known_weight, fresh_weight, accurate_weight, band, stale_next, reach, ask, gain)
      with line as (
        select * from constituents.knowledge_of(:parties, :zone, :today)),
      known as (
        select l.party_id, array_agg(l.item order by l.place) as items, array_agg(l.weight order by l.place) as weights,
          array_agg(l.state order by l.place) as states, array_agg(l.accurate order by l.place) as accurate, sum(l.weight) as asked,
          coalesce(sum(l.weight) filter (where l.state <> 'missing'), 0) as known,
          coalesce(sum(l.weight) filter (where l.state = 'fresh'), 0) as fresh,
          coalesce(sum(l.weight) filter (where l.accurate), 0) as accurate_weight, min(l.turns_on) as stale_next
        from line l
        group by l.party_id),
      question as (
        select l.party_id, l.item, l.weight, l.seconds, row_number() over (partition by l.party_id order by l.weight::real / l.seconds desc, l.place) as place
        from line l
        where l.asked and l.state <> 'fresh' and (l.item <> 'phone' or l.state = 'stale')),
      talk as (
        select q.party_id, array_agg(q.item order by q.place) as ask, round(6000.0 * sum(q.weight) / (min(c.seconds) + sum(q.seconds))) as gain
        from question q
        cross join constituents.knowledge_call c
        where q.place <= c.questions
        group by q.party_id),
      number as (
        select i.party_id, array_agg(distinct i.kind order by i.kind) as kinds
        from constituents.identity i
        where i.party_id = any (:parties)
        group by i.party_id)
      select p.id, p.home_branch_id, p.kind, coalesce(k.items, '{}'), coalesce(k.weights, '{}'), coalesce(k.states, '{}'), coalesce(k.accurate, '{}'),
        coalesce(n.kinds, '{}'), coalesce(k.asked, 0), coalesce(k.known, 0), coalesce(k.fresh, 0), coalesce(k.accurate_weight, 0), case when k.asked > 0 then least(4, 5 * k.known / k.asked) else 4 end,
        k.stale_next,
        case
          when not exists (select 1 from constituents.phone x where x.party_id = p.id) then 'no_phone'
          when exists (
            select 1 from published.consent a where a.party_id = p.id and a.channel = 'call' and a.state = 'refused') then 'refused'
          else 'call'
        end,
        coalesce(t.ask, '{}'), coalesce(t.gain, 0)
      from constituents.party p
      left join known k on k.party_id = p.id
      left join talk t on t.party_id = p.id
      left join number n on n.party_id = p.id
      where p.id = any (:parties) and p.removed_at is null and not p.deceased
      """;

  private static final String TALLIES = """
      insert into constituents.knowledge_tally as t (branch_id, kind, item, clients, known, fresh, accurate, asked_weight, known_weight,
        fresh_weight, accurate_weight)
      select k.branch_id, k.kind, f.item, cast(:sign as int) * count(*), cast(:sign as int) * count(*) filter (where f.state <> 'missing'),
        cast(:sign as int) * count(*) filter (where f.state = 'fresh'), cast(:sign as int) * count(*) filter (where f.accurate),
        cast(:sign as int) * sum(f.weight),
        cast(:sign as int) * coalesce(sum(f.weight) filter (where f.state <> 'missing'), 0),
        cast(:sign as int) * coalesce(sum(f.weight) filter (where f.state = 'fresh'), 0),
        cast(:sign as int) * coalesce(sum(f.weight) filter (where f.accurate), 0)
      from constituents.client_knowledge k
      cross join lateral unnest(k.items, k.weights, k.states, k.accurate) f (item, weight, state, accurate)
      where k.party_id = any (:parties)
      group by k.branch_id, k.kind, f.item
      on conflict (branch_id, kind, item) do update
      set clients = t.clients + excluded.clients, known = t.known + excluded.known, fresh = t.fresh + excluded.fresh, accurate = t.accurate + excluded.accurate,
        asked_weight = t.asked_weight + excluded.asked_weight, known_weight = t.known_weight + excluded.known_weight,
        fresh_weight = t.fresh_weight + excluded.fresh_weight, accurate_weight = t.accurate_weight + excluded.accurate_weight
      """;

  private static final String BANDS = """
      insert into constituents.knowledge_band as t (branch_id, kind, band, clients, facts)
      select k.branch_id, k.kind, k.band, cast(:sign as int) * count(*),
        cast(:sign as int) * sum(cardinality(k.states) - cardinality(array_positions(k.states, 'missing')))
      from constituents.client_knowledge k
      where k.party_id = any (:parties)
      group by k.branch_id, k.kind, k.band
      on conflict (branch_id, kind, band) do update
      set clients = t.clients + excluded.clients, facts = t.facts + excluded.facts
      """;

  private static final String IDENTITIES = """
      insert into constituents.knowledge_identity as t (branch_id, one, other, clients)
      select k.branch_id, a.kind, b.kind, cast(:sign as int) * count(*)
      from constituents.client_knowledge k
      cross join lateral unnest(case when k.identities = '{}' then array['none'] else k.identities end) a (kind)
      cross join lateral unnest(case when k.identities = '{}' then array['none'] else k.identities end) b (kind)
      where k.party_id = any (:parties) and a.kind <= b.kind
      group by k.branch_id, a.kind, b.kind
      on conflict (branch_id, one, other) do update
      set clients = t.clients + excluded.clients
      """;

  private final JdbcClient db;
  private final Institutions institutions;

  KnowledgeRows(JdbcClient db, Institutions institutions) {
    this.db = db;
    this.institutions = institutions;
  }

  /** Whoever was removed, deleted or has died has no row any more. Needs a transaction. */
  void renew(Collection<UUID> changed) {
    var parties = changed.toArray(UUID[]::new);
    sum(-1, parties);
    db.sql("delete from constituents.client_knowledge where party_id = any (?)").param(parties).update();
    db.sql(MADE)
        .param("parties", parties)
        .param("zone", institutions.charity().timeZone().getId())
        .param("today", institutions.today())
        .update();
    sum(1, parties);
  }

  private void sum(int sign, UUID[] parties) {
    db.sql(TALLIES).param("sign", sign).param("parties", parties).update();
    db.sql(BANDS).param("sign", sign).param("parties", parties).update();
    db.sql(IDENTITIES).param("sign", sign).param("parties", parties).update();
  }
}
