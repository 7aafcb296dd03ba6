package org.silah.access;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A program that showed its key. */
record ApiKeyPrincipal(UUID id, HashSet<String> scopes, Sight sight) implements Principal {

  static ApiKeyPrincipal of(ApiKey key) {
    return new ApiKeyPrincipal(key.id(), new HashSet<>(key.scopes()), key.sight());
  }

  @Override
  public Actor actor() {
    return new Actor(Actor.Kind.API_KEY, id.toString());
  }

  @Override
  public Set<String> held() {
    return scopes;
  }
}
