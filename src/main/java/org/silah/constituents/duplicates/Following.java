package org.silah.constituents.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.silah.constituents.ChangedClients;
import org.silah.constituents.ChangedClients.Place;
import org.silah.constituents.duplicates.KeptRecords.Kept;
import org.silah.constituents.likeness.Comparison;
import org.silah.constituents.likeness.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the changes of clients: makes the record and the keys of each anew and compares it with those who share one. Where very
 * many changed at once, as after an import, only the keys are made, and a search of the whole base becomes due.
 */
@Component
class Following {

  /** So many changes are compared one by one; a full step means that many more wait. */
  static final int STEP = 1_000;

  private final JdbcClient db;
  private final KeptRecords records;
  private final Proposals proposals;
  private final Counts counts;
  private final LearntWeights weights;
  private final Spellings spellings;
  private final ChangedClients clients;

  Following(JdbcClient db, KeptRecords records, Proposals proposals, Counts counts, LearntWeights weights, Spellings spellings, ChangedClients clients) {
    this.db = db;
    this.records = records;
    this.proposals = proposals;
    this.counts = counts;
    this.weights = weights;
    this.spellings = spellings;
    this.clients = clients;
  }

  /**
   * Takes the next changes, as far as none is still being written.
   *
   * @return how many clients had changed; 0 if none is left
   */
  @Transactional
  int step() {
    db.sql("update constituents.likeness_follower set version = ?, updated_at = 'epoch' where version <> ?").params(Keys.VERSION, Keys.VERSION).update();
    var place = db.sql("select updated_at, party_id from constituents.likeness_follower for update")
        .query((row, _) -> new Place(row.getTimestamp("updated_at"), row.getObject("party_id", UUID.class)))
        .single();
    var changed = clients.behind(place, STEP);
    if (changed.isEmpty()) {
      return 0;
    }
    var last = changed.getLast();
    var parties = changed.stream().map(Place::party).toList();
    var made = records.made(parties);
    records.replace(parties, made);
    if (changed.size() < STEP) {
      compare(parties, made);
    }
    db.sql("update constituents.likeness_follower set updated_at = ?, party_id = ?, search_due = search_due or ?")
        .params(last.updatedAt(), last.party(), changed.size() == STEP)
        .update();
    return changed.size();
  }

  private void compare(List<UUID> parties, List<Kept> made) {
    counts.countIfGrown();
    proposals.withdraw(parties);
    proposals.propose(proposals(made));
  }

  /** What the base has that is like these, who need not be in it. */
  List<Proposal> proposals(List<Kept> made) {
    var keys = new LinkedHashSet<Long>();
    made.forEach(kept -> java.util.Arrays.stream(kept.keys()).forEach(keys::add));
    var sharing = records.sharing(keys);
    var others = records.find(sharing.values().stream().flatMap(List::stream).distinct().toList());
    var traits = new ArrayList<>(made.stream().map(Kept::traits).toList());
    traits.addAll(others.values().stream().map(Kept::traits).toList());
    var frequencies = counts.of(traits);
    var present = weights.present(counts.clients());
    var comparison = new Comparison(spellings.variants());
    var found = new LinkedHashMap<List<UUID>, Proposal>();
    for (var one : made) {
      for (long key : one.keys()) {
        for (var party : sharing.getOrDefault(key, List.of())) {
          var other = others.get(party);
          if (other != null && !party.equals(one.party())) {
            Proposal.of(one, other, comparison, present, frequencies).ifPresent(proposal -> found.put(List.of(proposal.a(), proposal.b()), proposal));
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  boolean searchIsDue() {
    return db.sql("select search_due from constituents.likeness_follower").query(Boolean.class).single();
  }

  /** What clients are compared by has changed. */
  void searchIsDueNow() {
    db.sql("update constituents.likeness_follower set search_due = true").update();
  }

  void searchBegins() {
    db.sql("update constituents.likeness_follower set search_due = false where search_due").update();
  }
}
