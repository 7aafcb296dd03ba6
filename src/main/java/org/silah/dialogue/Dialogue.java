package org.silah.dialogue;

import gg.jte.Content;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.silah.web.Fragments;
import org.silah.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends messages to clients, for the modules above. A message asked for is written into the outbox in the caller's
 * transaction, leaves after its commit, and passes the gate on its way.
 */
@Component
public class Dialogue {

  private final NewMessages fresh;
  private final Messages messages;
  private final Decisions decisions;
  private final Sender sender;
  private final Bell bell;
  private final Fragments fragments;
  private final GateSettings gate;

  Dialogue(NewMessages fresh, Messages messages, Decisions decisions, Sender sender, Bell bell, Fragments fragments, GateSettings gate) {
    this.fresh = fresh;
    this.messages = messages;
    this.decisions = decisions;
    this.sender = sender;
    this.bell = bell;
    this.fragments = fragments;
    this.gate = gate;
  }

  /** Does nothing if there is a message with this key already, in whatever state. */
  @Transactional
  public void send(NewMessage message) {
    sendAll(List.of(message));
  }

  /**
   * The same for many at once, in a few statements.
   *
   * @return how many were new
   */
  @Transactional
  public int sendAll(Collection<NewMessage> all) {
    int added = fresh.add(all);
    if (added > 0) {
      afterCommit(bell::ring);
    }
    return added;
  }

  /** Takes a message back that has not left yet. Does nothing for one that has, or that never was. */
  public void cancel(String key, String reason) {
    decisions.cancel(key, reason);
  }

  /** The same for all that were asked for together. */
  public void cancelBatch(String batch, String reason) {
    decisions.cancelBatch(batch, reason);
  }

  /** The message with this key. */
  public Optional<MessageId> find(String key) {
    return messages.idOf(key);
  }

  /** From now on mails leave at any hour: for a demonstration, which is looked at in the evening as well. */
  public void waiveQuietHours() {
    var rules = gate.current();
    gate.change(new GateSetting(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, rules.capMessages(), rules.capDays()));
  }

  /** A message in few words with a link to the rest, for a page of a module above. */
  public Content card(MessageId id, Page page) {
    var message = messages.find(id).orElseThrow(NoSuchElementException::new);
    return fragments.of("dialogue/card", Map.of("page", page, "message", message));
  }

  /**
   * Sends what is due in the calling thread, for commands and tests; a running server does so by itself.
   *
   * @return how many messages were looked at
   */
  public int deliverDue() {
    return sender.deliverDue();
  }

  private static void afterCommit(Runnable work) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          work.run();
        }
      });
    } else {
      work.run();
    }
  }
}
