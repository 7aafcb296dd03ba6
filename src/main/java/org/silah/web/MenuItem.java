package org.silah.web;

/**
 * A place in the main menu; a module offers one as a bean. It is shown to whoever may open {@code path}.
 *
 * @param key message key of its words
 * @param icon name of a symbol in {@code web/icon.jte}
 * @param order small numbers stand first
 * @param letter the key that leads there behind a G, as it is marked on a Latin keyboard; empty for none
 */
public record MenuItem(String key, String path, String icon, int order, String letter) {

  public MenuItem(String key, String path, String icon, int order) {
    this(key, path, icon, order, "");
  }
}
