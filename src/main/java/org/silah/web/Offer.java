package org.silah.web;

/**
 * Something to do that the palette offers; a module offers one as a bean. It is shown to whoever may open its path.
 *
 * @param key message key of its words; those of a client's take the name
 * @param path with {@code {client}} in it where it is done for a client
 * @param order small numbers stand first
 */
public record Offer(String key, String path, String icon, int order) {

  private static final String CLIENT = "{client}";

  public boolean isForClient() {
    return path.contains(CLIENT);
  }

  public String at(Object client) {
    return path.replace(CLIENT, client.toString());
  }

  /** What the table of routes knows it by. */
  public String route(Object client) {
    return at(client).replaceFirst("\\?.*", "");
  }
}
