package org.silah.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.web.Language;

/**
 * Somebody who works for the charity and signs in.
 *
 * @param language what the pages speak to them, null for whatever their browser asks for
 * @param epoch grows when roles, branches, password or standing change; sessions of an earlier one are void
 */
public record Staff(
    UUID id, String username, String nameAr, String nameEn, @Nullable String email, Set<Role> roles, boolean disabled, boolean mustChangePassword,
    @Nullable Language language, int epoch, Sight sight) {

  public String name(Language language) {
    return language == Language.AR ? nameAr : nameEn;
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }
}
