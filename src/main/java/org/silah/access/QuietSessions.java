package org.silah.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * Sessions that cost one query a request: their last use is written down once a minute instead of each time, and what was just
 * saved is not read again to see whether it is there, as the library does at the end of each request.
 */
final class QuietSessions implements SessionRepository<QuietSessions.Quiet> {

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final SessionRepository<Session> sessions;
  /** For the question that follows a save within the same request; see {@link #forget}. */
  private final ThreadLocal<@Nullable Quiet> justSaved = new ThreadLocal<>();

  @SuppressWarnings({"unchecked", "rawtypes"}) // the library's own session type is not public
  QuietSessions(JdbcIndexedSessionRepository sessions) {
    this.sessions = (SessionRepository) sessions;
  }

  @Override
  public Quiet createSession() {
    return new Quiet(sessions.createSession(), false);
  }

  @Override
  public void save(Quiet quiet) {
    sessions.save(quiet.session);
    if (quiet.loaded) {
      justSaved.set(quiet);
    }
  }

  @Override
  public @Nullable Quiet findById(String id) {
    var saved = justSaved.get();
    if (saved != null && saved.getId().equals(id)) {
      return saved;
    }
    var session = sessions.findById(id);
    return session == null ? null : new Quiet(session, true);
  }

  @Override
  public void deleteById(String id) {
    justSaved.remove();
    sessions.deleteById(id);
  }

  /** The request is over: whoever comes next on this thread is asked for in the database. */
  void forget() {
    justSaved.remove();
  }

  static final class Quiet implements Session {

    private final Session session;
    private final boolean loaded;

    private Quiet(Session session, boolean loaded) {
      this.session = session;
      this.loaded = loaded;
    }

    @Override
    public void setLastAccessedTime(Instant at) {
      if (at.isAfter(session.getLastAccessedTime().plus(NOTED_EVERY))) {
        session.setLastAccessedTime(at);
      }
    }

    @Override
    public Instant getLastAccessedTime() {
      return session.getLastAccessedTime();
    }

    @Override
    public String getId() {
      return session.getId();
    }

    @Override
    public String changeSessionId() {
      return session.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
      return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
      return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
      session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
      session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
      return session.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
      session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
      return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
      return session.isExpired();
    }
  }
}
