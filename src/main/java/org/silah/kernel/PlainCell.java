package org.silah.kernel;

import java.util.regex.Pattern;

/**
 * Cells of spreadsheets that must not become formulas. An export writes an apostrophe before what a spreadsheet program
 * would calculate, an import takes exactly that one off again, so every text comes back as it was.
 */
public final class PlainCell {

  /** Also the full-width forms, which some programs read as formulas. */
  private static final Pattern LIVE = Pattern.compile("'*[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

  private PlainCell() {}

  public static String guard(String text) {
    return isLive(text) ? "'" + text : text;
  }

  public static String plain(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && isLive(cell) ? cell.substring(1) : cell;
  }

  private static boolean isLive(String text) {
    return !text.isEmpty() && LIVE.matcher(text).matches();
  }
}
