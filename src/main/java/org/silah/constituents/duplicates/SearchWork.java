package org.silah.constituents.duplicates;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.silah.access.Audit;
import org.silah.constituents.likeness.Frequencies;
import org.silah.constituents.likeness.NameVariants;
import org.silah.constituents.likeness.Weights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does a search of the whole base, in transactions of a part or two each, so that another instance goes on where one was killed. */
@Component
class SearchWork {

  /** Parts at once: comparing takes a processor each. */
  private static final int AT_ONCE = 2;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final String BY_ITSELF = "system";

  private final DuplicateSearches searches;
  private final BaseSearch search;
  private final Following following;
  private final Proposals proposals;
  private final Counts counts;
  private final LearntWeights weights;
  private final KeptRecords records;
  private final Spellings spellings;
  private final Audit audit;
  private final JdbcClient db;
  private final TransactionTemplate transactions;

  SearchWork(DuplicateSearches searches, BaseSearch search, Following following, Proposals proposals, Counts counts, LearntWeights weights,
      KeptRecords records, Spellings spellings, Audit audit, JdbcClient db, TransactionTemplate transactions) {
    this.searches = searches;
    this.search = search;
    this.following = following;
    this.proposals = proposals;
    this.counts = counts;
    this.weights = weights;
    this.records = records;
    this.spellings = spellings;
    this.audit = audit;
    this.db = db;
    this.transactions = transactions;
  }

  /** False if one is underway already. */
  boolean begin(String by) {
    return Boolean.TRUE.equals(transactions.execute(_ -> {
      following.searchBegins();
      long clients = records.count();
      boolean begun = searches.begin(clients, by);
      if (begun) {
        audit.record("duplicates.search", "duplicates", null, Map.of("clients", clients));
      }
      return begun;
    }));
  }

  void beginIfDue() {
    if (following.searchIsDue() && searches.underway().isEmpty()) {
      begin(BY_ITSELF);
    }
  }

  /** Goes on with the search that is underway until it is done, somebody asks to stop, or somebody else is at it. */
  void run(BooleanSupplier stop) {
    Evidence evidence = null;
    for (var next = searches.underway(); next.isPresent() && !stop.getAsBoolean(); next = searches.underway()) {
      var underway = next.get();
      if (evidence == null && underway.state() == DuplicateSearch.State.SEARCHING) {
        evidence = new Evidence(weights.present(underway.clients()), counts.all(), spellings.variants());
      }
      var known = evidence;
      if (!Boolean.TRUE.equals(transactions.execute(_ -> searches.hold(underway) && step(underway, known)))) {
        return;
      }
    }
  }

  /** Until none is underway; where somebody else is at it, that is waited for. */
  void runToTheEnd() {
    run(() -> false);
    while (searches.underway().isPresent()) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      run(() -> false);
    }
  }

  /** What the clients of one search are compared with. */
  private record Evidence(Weights weights, Frequencies frequencies, NameVariants variants) {}

  private boolean step(DuplicateSearch underway, @Nullable Evidence evidence) {
    if (evidence == null) {
      learn(underway);
    } else if (underway.done() < underway.parts()) {
      int next = Math.min(underway.done() + AT_ONCE, underway.parts());
      together(underway.done(), next, evidence);
      searches.partsDone(underway.id(), next);
    } else {
      proposals.withdrawOlder(Timestamp.from(underway.begunAt()));
      searches.finish(underway.id());
    }
    return true;
  }

  private void learn(DuplicateSearch underway) {
    db.sql("select constituents.analyse_likeness()").query((_, _) -> 0).list();
    counts.count();
    weights.add(search.learn(counts.all(), spellings.variants()), underway.clients());
    searches.learnt(underway.id());
  }

  private void together(int first, int next, Evidence evidence) {
    var parts = new ArrayList<Callable<Integer>>();
    for (int part = first; part < next; part++) {
      int one = part;
      parts.add(() -> transactions.execute(_ -> proposals.propose(search.part(one, evidence.weights, evidence.frequencies, evidence.variants))));
    }
    try (var threads = Executors.newFixedThreadPool(parts.size())) {
      for (var part : threads.invokeAll(parts)) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part of the search failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while searching", e);
    }
  }
}
