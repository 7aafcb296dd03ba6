package org.silah.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A block is claimed by looking at little more than the block, however long the queue is and whatever the database believes of it. */
@CharityThatWrites
class ClaimTest {

  private static final int QUEUE = 1_000;
  private static final int BLOCK = 50;

  @Autowired PostRoom post;
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void open() throws IOException {
    post.open();
  }

  @AfterEach
  void close() throws IOException {
    post.close();
  }

  @Test
  void aQueueThatCameAfterTheDatabaseCountedAnEmptyOneIsNotReadForEachClient() {
    var clients = IntStream.range(0, QUEUE).mapToObj(_ -> post.anyone()).toList();
    post.db.sql("vacuum analyze dialogue.message").update();
    clients.forEach(post::thank);
    long before = entriesRead();
    var claim = transactions.execute(_ -> {
      var claimed = outbox.claim("test", BLOCK, Outbox.Cursor.START);
      post.db.sql("select pg_stat_force_next_flush()").query((row, _) -> 0).single();
      return claimed;
    });
    assertThat(claim.ids()).hasSize(BLOCK);
    assertThat(entriesRead() - before).isLessThan(QUEUE);
    outbox.release("test", claim.ids());
  }

  /** Of all indexes of the outbox, by everybody. */
  private long entriesRead() {
    return post.db.sql("select sum(idx_tup_read) from pg_stat_user_indexes where relid = 'dialogue.message'::regclass").query(Long.class).single();
  }
}
