package org.silah.constituents.lists;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.access.Sights;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.constituents.search.Search;
import org.silah.kernel.Ids;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Deeds for many clients, and how far each has come. The store of {@code batch} and {@code batch_client}. */
@Repository
class Batches {

  static final int MOST = 100_000;
  private static final int TOLD = 200;

  private final JdbcClient db;
  private final Seen seen;
  private final Sights sights;
  private final Search search;
  private final Actors actors;
  private final Audit audit;
  private final JsonMapper json;
  private final Clock clock;

  Batches(JdbcClient db, Seen seen, Sights sights, Search search, Actors actors, Audit audit, JsonMapper json, Clock clock) {
    this.db = db;
    this.seen = seen;
    this.sights = sights;
    this.search = search;
    this.actors = actors;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /** A client that stands in a batch, with what became of it. */
  record Outcome(PartyId party, String name, String outcome, @Nullable String problem) {}

  /** How many of these clients are in sight, or how many the list finds; no more than can be asked for at once are counted. */
  int count(ListQuery asked, Collection<UUID> chosen) {
    var query = which(asked, chosen).within("select count(*) from (select p.id from constituents.party p where %s) counted");
    return db.sql(query.text()).params(query.values()).query(Integer.class).single();
  }

  /** @param chosen empty for all that the list finds */
  @Transactional
  UUID add(String deed, Map<String, String> settings, ListQuery asked, Collection<UUID> chosen) {
    var id = Ids.next();
    db.sql("insert into constituents.batch (id, deed, settings, sight, clients, asked_by, asked_at) values (?, ?, ?::jsonb, ?, 0, ?, ?)")
        .params(id, deed, json.writeValueAsString(settings), sights.current().array(), actors.current().code(), Timestamp.from(clock.instant()))
        .update();
    var query = Sql.of("insert into constituents.batch_client (batch_id, party_id) select ?::uuid, p.id from constituents.party p where", id).append(which(asked, chosen));
    int clients = db.sql(query.text()).params(query.values()).update();
    db.sql("update constituents.batch set clients = ? where id = ?").params(clients, id).update();
    audit.record("batch.begin", "batch", id, Map.of("deed", deed, "settings", settings, "clients", clients, "filter", chosen.isEmpty() ? asked.saved() : ""));
    return id;
  }

  private Sql which(ListQuery asked, Collection<UUID> chosen) {
    var ids = chosen.isEmpty() && !asked.filter().text().isEmpty()
        ? search.find(asked.filter().text(), asked.depth()).stream().map(hit -> hit.id().value()).toList()
        : List.copyOf(chosen);
    boolean all = chosen.isEmpty() && asked.filter().text().isEmpty();
    var which = chosen.isEmpty() ? asked.asksFor() : Sql.of("p.removed_at is null");
    return which
        .append("and (? or p.id = any (?))", all, ids.toArray(UUID[]::new))
        .append(seen.only())
        .append("limit ?", MOST);
  }

  /** Of whoever looks. */
  Optional<Batch> find(UUID id) {
    return db.sql("select * from constituents.batch where id = ? and asked_by = ?")
        .params(id, actors.current().code())
        .query((row, _) -> read(row))
        .optional();
  }

  /** The one that waits longest. */
  Optional<Batch> underway() {
    return db.sql("select * from constituents.batch where finished_at is null order by asked_at limit 1").query((row, _) -> read(row)).optional();
  }

  /**
   * The next client of the batch, held until the transaction ends so that no other instance takes it too.
   *
   * @return the client, and whether the client is still there for whoever asked
   */
  Optional<Map.Entry<PartyId, Boolean>> next(UUID batch) {
    return db.sql("""
        select c.party_id, exists (
          select 1
          from constituents.party p
          join constituents.batch b on b.id = c.batch_id
          where p.id = c.party_id and p.removed_at is null and (b.sight is null or p.seen_by && b.sight)) as there
        from constituents.batch_client c
        where c.batch_id = ? and c.outcome = 'waiting'
        order by c.party_id
        limit 1
        for update of c skip locked""")
        .param(batch)
        .query((row, _) -> Map.entry(new PartyId(row.getObject("party_id", UUID.class)), row.getBoolean("there")))
        .optional();
  }

  void put(UUID batch, PartyId party, String outcome, @Nullable String problem) {
    db.sql("update constituents.batch_client set outcome = ?, problem = ? where batch_id = ? and party_id = ?")
        .params(outcome, problem, batch, party.value())
        .update();
  }

  @Transactional
  void finish(UUID batch) {
    db.sql("""
        update constituents.batch
        set finished_at = ?
        where id = ? and finished_at is null and not exists (select 1 from constituents.batch_client c where c.batch_id = batch.id and c.outcome = 'waiting')""")
        .params(Timestamp.from(clock.instant()), batch)
        .update();
  }

  /** What became of its clients, those that need a look first; who is out of sight by now is left out. */
  List<Outcome> outcomes(UUID batch) {
    var query = Sql.of("""
        select c.party_id, p.display_name, c.outcome, c.problem
        from constituents.batch_client c
        join constituents.party p on p.id = c.party_id
        where c.batch_id = ?""", batch)
        .append(seen.only())
        .append("order by array_position(array['failed', 'waiting', 'done', 'same'], c.outcome), p.name_key, p.id limit ?", TOLD);
    return db.sql(query.text()).params(query.values())
        .query((row, _) -> new Outcome(new PartyId(row.getObject(1, UUID.class)), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  private Batch read(ResultSet row) throws java.sql.SQLException {
    var id = row.getObject("id", UUID.class);
    var outcomes = new HashMap<String, Integer>();
    db.sql("select outcome, count(*)::int as n from constituents.batch_client where batch_id = ? group by outcome").param(id)
        .query(one -> {
          outcomes.put(one.getString("outcome"), one.getInt("n"));
        });
    var finished = row.getTimestamp("finished_at");
    return new Batch(id, row.getString("deed"), json.readValue(row.getString("settings"), new TypeReference<Map<String, String>>() {}), row.getInt("clients"),
        row.getString("asked_by"), row.getTimestamp("asked_at").toInstant(), finished == null ? null : finished.toInstant(), outcomes);
  }
}
