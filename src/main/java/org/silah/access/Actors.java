package org.silah.access;

import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts right now: the signed-in staff member, the API key, or whoever {@link #as} says. */
@Component
public class Actors {

  private static final ScopedValue<Actor> ACTING = ScopedValue.newInstance();

  public Actor current() {
    if (ACTING.isBound()) {
      return ACTING.get();
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null) {
      return Actor.SYSTEM;
    }
    return authentication.getPrincipal() instanceof Principal principal ? principal.actor() : Actor.PUBLIC;
  }

  /** Whether this is a command, or a job for who started it, and not the request of who acts. */
  boolean isStandIn() {
    return ACTING.isBound();
  }

  /** The words of the table of routes that whoever acts answers to; none for a command, a job and the public. */
  public Set<String> held() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return !ACTING.isBound() && authentication != null && authentication.getPrincipal() instanceof Principal principal ? principal.held() : Set.of();
  }

  /** Runs {@code work} in the name of {@code actor}: a command, or a background job for who started it. */
  public <T> T as(Actor actor, Supplier<T> work) {
    return ScopedValue.where(ACTING, actor).call(work::get);
  }
}
