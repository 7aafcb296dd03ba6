package org.silah.web;

import java.util.regex.Pattern;

/** Where a form may send the browser afterwards: to a page of ours and nowhere else. */
public final class Redirects {

  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

  private Redirects() {}

  /** {@code path} if it stays within this site, the home page if not. */
  public static String within(String path) {
    return OURS.matcher(path).matches() ? path : "/";
  }
}
