package org.silah.access;

import java.io.Serial;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.web.Language;
import org.silah.web.Visitor;

/** A signed-in staff member, as the session keeps them. */
record StaffPrincipal(UUID id, String username, String nameAr, String nameEn, HashSet<String> roles) implements Principal, java.security.Principal {

  @Serial private static final long serialVersionUID = 1;

  static StaffPrincipal of(Staff staff) {
    return new StaffPrincipal(staff.id(), staff.username(), staff.nameAr(), staff.nameEn(),
        staff.roles().stream().map(Role::code).collect(Collectors.toCollection(HashSet::new)));
  }

  @Override
  public Actor actor() {
    return new Actor(Actor.Kind.STAFF, id.toString());
  }

  /** The id, so that all of a person's sessions can be found and ended. */
  @Override
  public String getName() {
    return id.toString();
  }

  @Override
  public Set<String> held() {
    var held = new HashSet<>(roles);
    held.add("signed-in");
    return held;
  }

  Visitor visitor(Routes routes) {
    return new Visitor() {
      @Override
      public @Nullable String name(Language language) {
        return language == Language.AR ? nameAr : nameEn;
      }

      @Override
      public boolean signedIn() {
        return true;
      }

      @Override
      public boolean may(String method, String path) {
        return routes.allows(method, path, held());
      }
    };
  }
}
