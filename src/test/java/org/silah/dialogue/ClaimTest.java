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
    transactions.executeWithoutResult(_ -> {
      long before = rowsRead();
      assertThat(outbox.claim("test", BLOCK, Outbox.Cursor.START).ids()).hasSize(BLOCK);
      assertThat(rowsRead() - before).isLessThan(QUEUE);
    });
  }

  /** Of the outbox, by the connection of this transaction. */
  private long rowsRead() {
    return post.db.sql("select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relid = 'dialogue.message'::regclass").query(Long.class).single();
  }
}
