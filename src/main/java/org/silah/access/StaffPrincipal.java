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
record StaffPrincipal(UUID id, int epoch, String nameAr, String nameEn, HashSet<String> words, Sight sight) implements Principal, java.security.Principal {

  @Serial private static final long serialVersionUID = 2;

  static StaffPrincipal of(Staff staff) {
    return new StaffPrincipal(staff.id(), staff.epoch(), staff.nameAr(), staff.nameEn(), words(staff), staff.sight());
  }

  /** Whoever must choose a password first holds nothing else until then. */
  private static HashSet<String> words(Staff staff) {
    var words = staff.roles().stream().map(Role::code).collect(Collectors.toCollection(HashSet::new));
    if (staff.sight().isWhole()) {
      staff.roles().forEach(role -> words.add(role.code() + Routes.OF_ALL));
    }
    words.add(Routes.SIGNED_IN);
    return staff.mustChangePassword() ? new HashSet<>(Set.of(Routes.NEW_PASSWORD)) : words;
  }

  @Override
  public Actor actor() {
    return new Actor(Actor.Kind.STAFF, id.toString());
  }

  /** What the session is filed under; {@link Sessions} compares it with the staff row at each request. */
  @Override
  public String getName() {
    return id + ":" + epoch;
  }

  @Override
  public Set<String> held() {
    return words;
  }

  boolean mustChangePassword() {
    return words.contains(Routes.NEW_PASSWORD);
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
      public boolean seesAll() {
        return sight.isWhole();
      }

      @Override
      public boolean may(String method, String path) {
        return routes.allows(method, path, words);
      }
    };
  }
}
