package org.silah.web;

import org.jspecify.annotations.Nullable;

/** Who is looking at the page; the module that signs people in puts one on each request. */
public interface Visitor {

  String ATTRIBUTE = Visitor.class.getName();

  /** Null before sign-in. */
  @Nullable String name(Language language);

  boolean signedIn();

  /** Whether the table of routes lets this visitor do it: menus and buttons show only what will work. */
  boolean may(String method, String path);

  /** Whether every client of the charity is in sight, and not only those of some branches. */
  default boolean seesAll() {
    return true;
  }

  Visitor NOBODY = new Visitor() {
    @Override
    public @Nullable String name(Language language) {
      return null;
    }

    @Override
    public boolean signedIn() {
      return false;
    }

    @Override
    public boolean may(String method, String path) {
      return false;
    }
  };
}
