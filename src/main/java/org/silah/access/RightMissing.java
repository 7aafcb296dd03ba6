package org.silah.access;

import org.springframework.security.access.AccessDeniedException;

/** The page is open to the role, but not this fact. */
class RightMissing extends AccessDeniedException {
  RightMissing(Sensitive fact) {
    super(fact.code());
  }
}
