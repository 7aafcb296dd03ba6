package org.silah.constituents;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.silah.web.Page;

/**
 * A deed that can be done for many clients in one go; a module offers one as a bean. For each client it is the same deed as on the profile:
 * with its rules, its audit entry and its event, in a transaction of its own.
 */
public interface BatchDeed {

  /** What is asked once for all clients. @param options values with their words; empty for a text */
  record Box(String name, String label, Map<String, String> options) {}

  /** Names it in forms and in the database. */
  String code();

  /** Message key of its name. */
  String label();

  int order();

  List<Box> boxes(Page page);

  /**
   * What was typed, fit to keep.
   *
   * @throws org.silah.web.Mistakes with a sentence for each box that must be mended
   */
  Map<String, String> read(UnaryOperator<String> typed);

  /**
   * @return false if there was nothing to change
   * @throws org.silah.kernel.Unreadable or {@link org.silah.kernel.BrokenRule} if it cannot be done for this client
   */
  boolean done(PartyId party, Map<String, String> settings);
}
