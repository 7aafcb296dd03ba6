package org.silah.constituents;

import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.access.Branch;
import org.silah.access.Branches;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Unreadable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which client belongs to which branch, and which others know them. The store of {@code constituents.party_branch}; with it goes
 * {@code party.seen_by}, which is always home and the others together.
 */
@Repository
class Belongings {

  private static final int REASON = 500;

  private final JdbcClient db;
  private final Branches branches;
  private final Recording recording;
  private final Changes changes;

  Belongings(JdbcClient db, Branches branches, Recording recording, Changes changes) {
    this.db = db;
    this.branches = branches;
    this.recording = recording;
    this.changes = changes;
  }

  Belonging of(PartyId party) {
    var all = branches.all();
    var byId = all.stream().collect(Collectors.toMap(Branch::id, Function.identity()));
    var others = db.sql("select * from constituents.party_branch where party_id = ? and until is null order by since, branch_id")
        .param(party.value())
        .query((row, _) -> new KnownTo(
            byId.get(row.getObject("branch_id", UUID.class)), row.getDate("since").toLocalDate(), null, row.getString("reason")))
        .list();
    return new Belonging(byId.get(home(party)), others, all);
  }

  /**
   * The client belongs to another branch from now on. The former does not know them any more, unless it is told to.
   *
   * @throws org.silah.access.BranchClosed if it takes no new clients
   */
  @Transactional
  public void move(PartyId party, UUID to) {
    changes.begin(party);
    var before = branches.find(home(party)).orElseThrow();
    var after = branches.taking(to);
    if (before.id().equals(after.id())) {
      return;
    }
    db.sql("delete from constituents.party_branch where party_id = ? and branch_id = ?").params(party.value(), to).update();
    settle(party, to);
    changes.made("client.branch.move", party, Map.of("before", before.code(), "after", after.code()));
  }

  /** @throws Unreadable without a reason */
  @Transactional
  public void makeKnown(PartyId party, UUID to, @Nullable String typed) {
    changes.begin(party);
    var branch = branches.find(to).orElseThrow(NoSuchElementException::new);
    var reason = Typed.text(typed, REASON);
    if (of(party).includes(branch)) {
      throw new Unreadable("constituents.branch.knows-already");
    }
    db.sql("""
        insert into constituents.party_branch (party_id, branch_id, since, reason, recorded_at, recorded_by)
        values (?, ?, ?, ?, ?, ?)
        on conflict (party_id, branch_id) do update
        set since = excluded.since, until = null, reason = excluded.reason, import_id = null, recorded_at = excluded.recorded_at,
          recorded_by = excluded.recorded_by""")
        .params(party.value(), to, recording.today(), reason, recording.at(), recording.by())
        .update();
    settle(party, home(party));
    changes.made("client.branch.add", party, Map.of("branch", branch.code(), "reason", reason));
  }

  @Transactional
  public void end(PartyId party, UUID of) {
    changes.begin(party);
    int ended = db.sql("update constituents.party_branch set until = greatest(since, ?) where party_id = ? and branch_id = ? and until is null")
        .params(recording.today(), party.value(), of)
        .update();
    if (ended > 0) {
      settle(party, home(party));
      changes.made("client.branch.end", party, Map.of("branch", branches.find(of).orElseThrow().code()));
    }
  }

  /** @return how many clients with an address in one of the cities belong to the branch now */
  int settleFrom(Collection<String> cities, UUID branch) {
    return db.sql("""
        update constituents.party p
        set home_branch_id = ?, seen_by = array[?::uuid] || array(
          select b.branch_id from constituents.party_branch b where b.party_id = p.id and b.until is null and b.branch_id <> ? order by b.branch_id)
        where exists (select 1 from constituents.address a where a.party_id = p.id and a.city = any (?))""")
        .params(branch, branch, branch, cities.toArray(String[]::new))
        .update();
  }

  private UUID home(PartyId party) {
    return db.sql("select home_branch_id from constituents.party where id = ?").param(party.value()).query(UUID.class).single();
  }

  private void settle(PartyId party, UUID home) {
    db.sql("""
        update constituents.party p
        set home_branch_id = ?, seen_by = array[?::uuid] || array(
          select b.branch_id from constituents.party_branch b where b.party_id = p.id and b.until is null and b.branch_id <> ? order by b.branch_id)
        where p.id = ?""")
        .params(home, home, home, party.value())
        .update();
  }
}
