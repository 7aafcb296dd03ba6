package org.silah.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.web.Language;

/** Somebody who works for the charity and signs in. */
public record Staff(
    UUID id, String username, String nameAr, String nameEn, @Nullable String email, Set<Role> roles, boolean disabled, boolean mustChangePassword) {

  public String name(Language language) {
    return language == Language.AR ? nameAr : nameEn;
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
