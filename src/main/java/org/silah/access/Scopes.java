package org.silah.access;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What else the key of a request may do, where a part of the request needs more than its route. */
@Component
public class Scopes {

  /** Ends the request with 403 unless whoever acts has {@code scope}. */
  public void demand(Scope scope) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Principal principal) || !principal.held().contains(scope.code())) {
      throw new ScopeMissing(scope);
    }
  }
}
