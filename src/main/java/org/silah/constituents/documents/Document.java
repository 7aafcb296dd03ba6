package org.silah.constituents.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.web.Words;

/**
 * A file on a client.
 *
 * @param kind code of its {@link DocumentKind}
 * @param pictured whether there is a thumbnail
 */
record Document(
    DocumentId id, PartyId party, String kind, String title, String fileName, FileType type, String sha256, long bytes, @Nullable LocalDate expiresOn,
    Viewers viewers, @Nullable String note, Instant addedAt, String addedBy, boolean pictured) {

  private static final int SOON_DAYS = 30;

  /** How near its end a document is. */
  enum Standing { VALID, SOON, EXPIRED }

  Standing standing(LocalDate today) {
    if (expiresOn == null || expiresOn.isAfter(today.plusDays(SOON_DAYS))) {
      return Standing.VALID;
    }
    return expiresOn.isBefore(today) ? Standing.EXPIRED : Standing.SOON;
  }

  Document with(Details details) {
    return new Document(
        id, party, details.kind(), details.title(), fileName, type, sha256, bytes, details.expiresOn(), details.viewers(), details.note(), addedAt, addedBy,
        pictured);
  }

  /** As people read it. */
  String size(Words words) {
    long kilobytes = Math.max(1, Math.round(bytes / 1000.0));
    return kilobytes < 1000
        ? words.get("constituents.document.size.kb", words.number(kilobytes))
        : words.get("constituents.document.size.mb", BigDecimal.valueOf(kilobytes, 3).setScale(1, RoundingMode.HALF_UP).toPlainString());
  }

  String path() {
    return "/clients/" + party + "/documents/" + id;
  }

  /** What people say of a document. */
  record Details(String kind, String title, @Nullable LocalDate expiresOn, Viewers viewers, @Nullable String note) {}
}
