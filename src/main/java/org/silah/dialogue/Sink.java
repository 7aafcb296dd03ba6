package org.silah.dialogue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A mail server on this machine that takes every mail and delivers none: the mailbox of the demonstration, and the other end
 * of tests and measurements, which can ask it to fail.
 */
public final class Sink implements AutoCloseable {

  /** A mail as it came, counted from 1. */
  public record Received(long number, Instant at, String from, List<String> to, byte[] content) {}

  private final ServerSocket server;
  private final int keep;
  private final Clock clock;
  private final AtomicLong accepted = new AtomicLong();
  private final Map<String, AtomicInteger> copies = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Deque<Received> received = new ArrayDeque<>();
  private volatile SinkFault fault = SinkFault.NONE;
  private volatile Predicate<String> whom = _ -> true;
  private volatile CountDownLatch silence = new CountDownLatch(1);
  private volatile CountDownLatch waiting = new CountDownLatch(1);

  private Sink(ServerSocket server, int keep, Clock clock) {
    this.server = server;
    this.keep = keep;
    this.clock = clock;
  }

  /**
   * Listens on the loopback address.
   *
   * @param port 0 for any
   * @param keep how many mails to keep, the newest; 0 only counts
   */
  public static Sink open(int port, int keep, Clock clock) throws IOException {
    var server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    var sink = new Sink(server, keep, clock);
    Thread.ofPlatform().name("mail-sink").daemon().start(sink::listen);
    return sink;
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many mails were taken. */
  public long accepted() {
    return accepted.get();
  }

  /** How many mails were taken for this address. */
  public int copies(String address) {
    var count = copies.get(address.toLowerCase(Locale.ROOT));
    return count == null ? 0 : count.get();
  }

  public int recipients() {
    return copies.size();
  }

  /** Newest first. */
  public List<Received> newest(int limit) {
    synchronized (received) {
      return received.stream().limit(limit).toList();
    }
  }

  public Optional<Received> find(long number) {
    synchronized (received) {
      return received.stream().filter(mail -> mail.number == number).findAny();
    }
  }

  /** From now on, for everyone. */
  public void fail(SinkFault with) {
    fail(with, _ -> true);
  }

  /** From now on, for the recipients that {@code whom} picks. */
  public void fail(SinkFault with, Predicate<String> whom) {
    this.whom = whom;
    if (silence.getCount() == 0) {
      silence = new CountDownLatch(1); // who is kept waiting already goes on waiting for the same answer
    }
    waiting = new CountDownLatch(1);
    fault = with;
  }

  /** Waits until a sender hangs in the tarpit. */
  public void awaitSilence() throws InterruptedException {
    waiting.await();
  }

  /** Ends the silence of the tarpit. */
  public void answer() {
    silence.countDown();
  }

  @Override
  public void close() throws IOException {
    server.close();
    answer();
    for (Iterator<Socket> sockets = open.iterator(); sockets.hasNext(); sockets.remove()) {
      sockets.next().close();
    }
  }

  SinkFault fault(String recipient) {
    return whom.test(recipient) ? fault : SinkFault.NONE;
  }

  /** As long as nobody is named: what happens to everyone who calls. */
  SinkFault fault() {
    return fault;
  }

  void keepSilent() {
    waiting.countDown();
    try {
      silence.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void take(String from, List<String> to, byte[] content) {
    long number = accepted.incrementAndGet();
    to.forEach(address -> copies.computeIfAbsent(address.toLowerCase(Locale.ROOT), _ -> new AtomicInteger()).incrementAndGet());
    if (keep > 0) {
      synchronized (received) {
        received.addFirst(new Received(number, clock.instant(), from, List.copyOf(to), content));
        if (received.size() > keep) {
          received.removeLast();
        }
      }
    }
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().name("mail-sink-call").start(() -> converse(socket));
      } catch (IOException closed) {
        // the loop ends if it was us who closed it
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      new SinkConversation(this, socket.getInputStream(), socket.getOutputStream()).hold();
    } catch (IOException hungUp) {
      // senders may
    } finally {
      open.remove(socket);
    }
  }
}
