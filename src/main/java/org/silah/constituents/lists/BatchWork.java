package org.silah.constituents.lists;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.silah.access.Actor;
import org.silah.access.Actors;
import org.silah.constituents.BatchDeed;
import org.silah.constituents.PartyId;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a deed client after client, each in a transaction of its own together with its outcome: what is done is never done twice, whoever
 * goes on with it, and one client who cannot be helped holds no other up.
 */
@Component
class BatchWork {

  private static final String GONE = "constituents.batch.gone";

  private final Batches batches;
  private final List<BatchDeed> deeds;
  private final Actors actors;
  private final TransactionTemplate transactions;

  BatchWork(Batches batches, List<BatchDeed> deeds, Actors actors, TransactionTemplate transactions) {
    this.batches = batches;
    this.deeds = deeds;
    this.actors = actors;
    this.transactions = transactions;
  }

  /** The batch that waits longest, until it is done or somebody asks to stop. */
  void run(BooleanSupplier stop) {
    batches.underway().ifPresent(batch -> actors.as(actor(batch.askedBy()), () -> {
      goOn(batch, Integer.MAX_VALUE, stop);
      return batch;
    }));
  }

  /** At most {@code most} of its clients, in the name of whoever acts. */
  void goOn(Batch batch, int most, BooleanSupplier stop) {
    var deed = deeds.stream().filter(one -> one.code().equals(batch.deed())).findFirst().orElseThrow();
    for (int done = 0; done < most && !stop.getAsBoolean(); done++) {
      if (!one(batch, deed)) {
        batches.finish(batch.id());
        return;
      }
    }
  }

  /** @return false if none is left */
  private boolean one(Batch batch, BatchDeed deed) {
    var failed = new PartyId[1];
    try {
      return Boolean.TRUE.equals(transactions.execute(_ -> {
        var next = batches.next(batch.id());
        next.ifPresent(client -> {
          failed[0] = client.getKey();
          if (!client.getValue()) {
            throw new NoSuchElementException();
          }
          batches.put(batch.id(), client.getKey(), deed.done(client.getKey(), batch.settings()) ? "done" : "same", null);
        });
        return next.isPresent();
      }));
    } catch (Unreadable unreadable) {
      fail(batch.id(), failed[0], unreadable.code());
    } catch (BrokenRule rule) {
      fail(batch.id(), failed[0], rule.key());
    } catch (NoSuchElementException gone) {
      fail(batch.id(), failed[0], GONE);
    }
    return true;
  }

  private void fail(UUID batch, PartyId party, String problem) {
    transactions.executeWithoutResult(_ -> batches.put(batch, party, "failed", problem));
  }

  private static Actor actor(String code) {
    int colon = code.indexOf(':');
    var kind = colon < 0 ? code : code.substring(0, colon);
    return new Actor(Actor.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), colon < 0 ? null : code.substring(colon + 1));
  }
}
