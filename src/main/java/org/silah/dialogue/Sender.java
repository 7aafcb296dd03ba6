package org.silah.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The couriers of this program, each a thread with a connection of its own, and the watch that keeps their leases and takes
 * care of what couriers of dead programs left behind.
 */
@Component
class Sender implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Sender.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration QUIET_BEFORE_HANGING_UP = Duration.ofSeconds(10);
  private static final Duration WATCH = Duration.ofSeconds(5);
  private static final Duration FINISHING = Duration.ofSeconds(12);

  private final Outbox outbox;
  private final Gate gate;
  private final Letters letters;
  private final MailSettings settings;
  private final Relay relay;
  private final Bell bell;
  private final Clock clock;
  private final boolean workers;
  private final String program = UUID.randomUUID().toString().substring(0, 13);
  private final AtomicInteger count = new AtomicInteger();
  private final List<Courier> couriers = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile boolean running;

  Sender(Outbox outbox, Gate gate, Letters letters, MailSettings settings, Relay relay, Bell bell, Clock clock,
      @Value("${silah.workers:true}") boolean workers) {
    this.outbox = outbox;
    this.gate = gate;
    this.letters = letters;
    this.settings = settings;
    this.relay = relay;
    this.bell = bell;
    this.clock = clock;
    this.workers = workers;
  }

  /** Sends what is due in the calling thread until nothing is, or the server is in trouble. */
  int deliverDue() {
    outbox.recover(settings.current().whenUncertain());
    var courier = courier(() -> false);
    int all = 0;
    try {
      for (int some = courier.round(); some > 0; some = courier.round()) {
        all += some;
      }
    } finally {
      courier.hangUp();
    }
    return all;
  }

  @Override
  public boolean isAutoStartup() {
    return workers;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void start() {
    stopping = false;
    running = true;
    closing = new CountDownLatch(1);
    for (int at = 0; at < settings.connections(); at++) {
      var courier = courier(() -> stopping);
      var looks = at == 0;
      couriers.add(courier);
      threads.add(Thread.ofPlatform().name("mail-" + (at + 1)).daemon().start(() -> work(courier, looks)));
    }
    threads.add(Thread.ofPlatform().name("mail-watch").daemon().start(this::watch));
  }

  /** Lets each courier finish the mail in its hands; what it claimed beyond that goes back into the queue. */
  @Override
  public void stop() {
    stopping = true;
    closing.countDown();
    bell.ringOut(threads.size());
    var deadline = System.nanoTime() + FINISHING.toNanos();
    for (var thread : threads) {
      finish(thread, deadline);
    }
    threads.clear();
    couriers.clear();
    running = false;
  }

  Courier courier(BooleanSupplier stopping) {
    return new Courier(program + "/" + count.incrementAndGet(), outbox, gate, letters, settings, relay, clock, stopping);
  }

  /** @param looks whether this one looks into the outbox every second: for messages of other programs, and those that fall due */
  private void work(Courier courier, boolean looks) {
    boolean well = true;
    while (!stopping) {
      try {
        if (courier.round() > 1) {
          bell.ring(); // where there was more than one there may be work for another
          continue;
        }
        well = true;
        bell.await(looks ? LOOK : QUIET_BEFORE_HANGING_UP);
        courier.rest();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      } catch (RuntimeException failure) {
        if (well) {
          log.error("the couriers of mail are hindered", failure);
        }
        well = false;
        pause(LOOK);
      }
    }
    courier.hangUp();
  }

  private void watch() {
    while (!pause(WATCH)) {
      try {
        outbox.extend(couriers.stream().map(Courier::name).toList());
        if (outbox.recover(settings.current().whenUncertain()) > 0) {
          bell.ring();
        }
      } catch (RuntimeException failure) {
        log.warn("leases are not extended: {}", failure.getMessage());
      }
    }
  }

  /** True when the program is stopping. */
  private boolean pause(Duration longest) {
    try {
      return closing.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void finish(Thread thread, long deadline) {
    try {
      thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      if (thread.isAlive()) {
        log.warn("{} still waits for the mail server; its message will be reported as uncertain", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
