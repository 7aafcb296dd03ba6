package org.silah.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The mail server of the demonstration: takes what no real server was set up for, so that a newcomer sees the mails. */
@Component
class DemoSink implements SmartLifecycle {

  private static final int KEPT = 1000;

  private final MailSettings settings;
  private final Clock clock;
  private final boolean wanted;
  private volatile @Nullable Sink sink;

  DemoSink(MailSettings settings, Clock clock, @Value("${silah.demo:false}") boolean demonstration,
      @Value("${silah.workers:true}") boolean workers) {
    this.settings = settings;
    this.clock = clock;
    this.wanted = demonstration && workers;
  }

  /** Nothing where this is no demonstration. */
  Optional<Sink> sink() {
    return Optional.ofNullable(sink);
  }

  @Override
  public void start() {
    try {
      var open = Sink.open(0, KEPT, clock);
      sink = open;
      settings.offer(new MailServer("127.0.0.1", open.port(), MailServer.Security.NONE, null, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    var open = sink;
    sink = null;
    settings.offer(null);
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean isAutoStartup() {
    return wanted;
  }

  @Override
  public boolean isRunning() {
    return sink != null;
  }

  /** Opens before the couriers and closes after them. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }
}
