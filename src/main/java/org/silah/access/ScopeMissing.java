package org.silah.access;

import org.springframework.security.access.AccessDeniedException;

/** The route is open to the key, but not all that was asked for there. */
class ScopeMissing extends AccessDeniedException {

  final String scope;

  ScopeMissing(Scope scope) {
    super(scope.code());
    this.scope = scope.code();
  }
}
