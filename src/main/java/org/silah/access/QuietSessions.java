package org.silah.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Sessions whose last use is written down once a minute instead of at every request. */
final class QuietSessions implements SessionRepository<QuietSessions.Quiet> {

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final SessionRepository<Session> sessions;

  @SuppressWarnings({"unchecked", "rawtypes"}) // the library's own session type is not public
  QuietSessions(JdbcIndexedSessionRepository sessions) {
    this.sessions = (SessionRepository) sessions;
  }

  @Override
  public Quiet createSession() {
    return new Quiet(sessions.createSession());
  }

  @Override
  public void save(Quiet quiet) {
    sessions.save(quiet.session);
  }

  @Override
  public @Nullable Quiet findById(String id) {
    var session = sessions.findById(id);
    return session == null ? null : new Quiet(session);
  }

  @Override
  public void deleteById(String id) {
    sessions.deleteById(id);
  }

  static final class Quiet implements Session {

    private final Session session;

    private Quiet(Session session) {
      this.session = session;
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
