package org.silah.bench;

import org.silah.dialogue.Sink;

/** A connection to a mail server that finished mails are handed to. */
interface Line extends AutoCloseable {

  void hand(Sink.Received mail) throws Exception;

  @Override
  void close() throws Exception;
}
