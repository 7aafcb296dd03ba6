package org.silah.constituents.duplicates;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
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

  /** Goes on with the search that is underway until it is done or somebody asks to stop. */
  void run(BooleanSupplier stop) {
    var underway = searches.underway().orElse(null);
    if (underway == null) {
      return;
    }
    if (underway.state() == DuplicateSearch.State.LEARNING) {
      transactions.executeWithoutResult(_ -> learn(underway));
    }
    var learnt = weights.present(underway.clients());
    var frequencies = counts.all();
    var variants = spellings.variants();
    for (int part = underway.done(); part < underway.parts() && !stop.getAsBoolean(); part += AT_ONCE) {
      int first = part;
      int next = Math.min(part + AT_ONCE, underway.parts());
      together(first, next, learnt, frequencies, variants);
      transactions.executeWithoutResult(_ -> searches.partsDone(underway.id(), next));
    }
    if (!stop.getAsBoolean()) {
      transactions.executeWithoutResult(_ -> {
        proposals.withdrawOlder(Timestamp.from(underway.begunAt()));
        searches.finish(underway.id());
      });
    }
  }

  private void learn(DuplicateSearch underway) {
    db.sql("select constituents.analyse_likeness()").query((_, _) -> 0).list();
    counts.count();
    weights.add(search.learn(counts.all(), spellings.variants()), underway.clients());
    searches.learnt(underway.id());
  }

  private void together(int first, int next, Weights learnt, Frequencies frequencies, NameVariants variants) {
    var parts = new ArrayList<Callable<Integer>>();
    for (int part = first; part < next; part++) {
      int one = part;
      parts.add(() -> transactions.execute(_ -> proposals.propose(search.part(one, learnt, frequencies, variants))));
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
