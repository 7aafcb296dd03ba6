package org.silah.access;

import java.util.EnumSet;
import java.util.Set;

/** What an API key may do: the part of the API, then read or write. */
public enum Scope {
  CLIENTS_READ("clients:read"), CLIENTS_WRITE("clients:write"), CLIENTS_SENSITIVE("clients:sensitive"), GIFTS_READ("gifts:read"), GIFTS_WRITE("gifts:write"),
  SEARCH_READ("search:read"), PYRAMID_READ("pyramid:read"), DOCUMENTS_READ("documents:read"), DOCUMENTS_WRITE("documents:write");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** @throws IllegalArgumentException if there is no such scope */
  public static Scope of(String code) {
    for (var scope : values()) {
      if (scope.code.equals(code)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("no scope " + code);
  }

  public static Set<Scope> all() {
    return EnumSet.allOf(Scope.class);
  }
}
