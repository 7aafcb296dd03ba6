package org.silah.constituents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.web.Page;

/**
 * What another module shows of a client on the profile: a bean of this type puts facts into one of the nine groups.
 * The profile asks each bean and never knows the module behind it.
 */
public interface ProfilePanel {

  /** Which of the nine groups of information it belongs to. */
  Group group();

  Facts facts(PartyId party, Page page);

  /**
   * @param known facts of this panel that are known, out of {@code possible}: together they are the group's completeness
   * @param asOf day of the newest of them, null when nothing is known
   * @param content HTML of the panel, written by a template
   */
  record Facts(int known, int possible, @Nullable LocalDate asOf, gg.jte.Content content) {}

  enum Group {
    IDENTITY, CLASS, PERSONAL, BEFORE_DEALING, DEALING, AFTER_DEALING, EXPECTED, DUES, ATTITUDES;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Group of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }

    /** Message key of its name. */
    public String key() {
      return "constituents.group." + code();
    }
  }
}
