package org.silah.access;

/** What an API key may do: the part of the API, then read or write. */
public enum Scope {
  CLIENTS_READ("clients:read"), CLIENTS_WRITE("clients:write"), GIFTS_READ("gifts:read"), GIFTS_WRITE("gifts:write"),
  SEARCH_READ("search:read"), PYRAMID_READ("pyramid:read");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
