package org.silah.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.web.Language;
import org.silah.web.Named;

/**
 * A place of the charity that has clients of its own.
 *
 * @param code what programs and lists call it; never changes
 * @param closedAt from when on it takes no new clients
 */
public record Branch(UUID id, String code, String nameAr, String nameEn, @Nullable Instant closedAt) implements Named {

  /** The one that is there from the beginning. */
  public static final UUID FIRST = UUID.fromString("01900000-0000-7000-8000-000000000001");

  @Override
  public String name(Language language) {
    return language == Language.AR ? nameAr : nameEn;
  }

  public boolean isClosed() {
    return closedAt != null;
  }
}
