package org.silah.access;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.silah.web.Page;

/**
 * An entry as the page shows it.
 *
 * @param name of the person or program, null for the system and the public
 * @param subjectName of what it was done to, null where its name is not ours to know
 */
record AuditRow(AuditEntry entry, @Nullable String name, @Nullable String subjectName) {

  private static final int END_OF_AN_ID = 12;


  private static final Map<String, String> PAGES = Map.of("client", "/clients/", "gift", "/gifts/", "staff", "/staff/");

  /** What was done, in words where its module has some. */
  String deed(Page page) {
    return deed(page, entry.action());
  }

  static String deed(Page page, String action) {
    var key = "audit." + action;
    return page.words().has(key) ? page.t(key) : action;
  }

  String who(Page page) {
    return name == null ? page.t("access.audit.actor." + entry.actorKind()) : name;
  }

  String moment(Page page, ZoneId zone) {
    return page.words().moment(entry.at(), zone);
  }

  /** The page of what it was done to, for those who may open it. */
  @Nullable String place(Page page) {
    var folder = entry.subjectKind() == null ? null : PAGES.get(entry.subjectKind());
    return folder != null && entry.subject() != null && page.may("GET", folder + entry.subject()) ? folder + entry.subject() : null;
  }

  /** Its name, or so much of its id that it can be told from its neighbours. */
  String subject() {
    if (subjectName != null) {
      return subjectName;
    }
    var id = entry.subject() == null ? "" : entry.subject();
    return id.length() <= END_OF_AN_ID ? id : "…" + id.substring(id.length() - END_OF_AN_ID);
  }

  boolean hasDetail() {
    return !entry.detail().equals("{}");
  }
}
