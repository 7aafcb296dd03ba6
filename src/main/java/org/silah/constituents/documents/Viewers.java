package org.silah.constituents.documents;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.silah.access.Role;

/**
 * Who of those who may open the client may see a document.
 *
 * @param roles only members of the staff with one of these; empty for everyone
 */
record Viewers(Set<Role> roles) {

  static final Viewers EVERYONE = new Viewers(Set.of());
  /** Proposed for what is sensitive: those who decide about help. */
  static final Viewers FEW = new Viewers(EnumSet.of(Role.CASE_WORKER, Role.DIRECTOR, Role.ADMINISTRATOR));

  /** @throws IllegalArgumentException if one of the codes is no role */
  static Viewers of(Collection<String> codes) {
    var roles = EnumSet.noneOf(Role.class);
    codes.forEach(code -> roles.add(Role.of(code)));
    return new Viewers(roles);
  }

  boolean areEveryone() {
    return roles.isEmpty();
  }

  boolean include(Role role) {
    return roles.contains(role);
  }

  /** In the order of {@link Role}. */
  List<String> codes() {
    return Arrays.stream(Role.values()).filter(roles::contains).map(Role::code).toList();
  }
}
