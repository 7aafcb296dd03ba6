package org.silah.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which roles may look at which sensitive facts, and write them. Asked anew each time, so a right that is taken away is gone at the next
 * request. The only class that touches {@code access.role_right}.
 */
@Repository
public class Rights {

  private final JdbcClient db;
  private final Actors actors;
  private final Audit audit;

  Rights(JdbcClient db, Actors actors, Audit audit) {
    this.db = db;
    this.actors = actors;
    this.audit = audit;
  }

  /** What whoever acts may look at. A program needs a key for it; commands and jobs are run by who owns the server. */
  public Set<Sensitive> held() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (actors.isStandIn() || authentication == null) {
      return EnumSet.allOf(Sensitive.class);
    }
    return switch (authentication.getPrincipal()) {
      case ApiKeyPrincipal key -> key.held().contains(Scope.CLIENTS_SENSITIVE.code()) ? EnumSet.allOf(Sensitive.class) : EnumSet.noneOf(Sensitive.class);
      case StaffPrincipal staff -> of(staff);
      case null, default -> EnumSet.noneOf(Sensitive.class);
    };
  }

  public boolean holds(Sensitive fact) {
    return held().contains(fact);
  }

  /**
   * Whether whoever acts is among {@code viewers}; where there are none, everyone is. A program is with its key for sensitive facts; commands
   * and jobs see all.
   */
  public boolean include(Set<Role> viewers) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (viewers.isEmpty() || actors.isStandIn() || authentication == null) {
      return true;
    }
    return switch (authentication.getPrincipal()) {
      case ApiKeyPrincipal key -> key.held().contains(Scope.CLIENTS_SENSITIVE.code());
      case StaffPrincipal staff -> viewers.stream().anyMatch(role -> staff.held().contains(role.code()));
      case null, default -> false;
    };
  }

  /** Ends the request with 403 unless whoever acts may. */
  public void demand(Sensitive fact) {
    if (holds(fact)) {
      return;
    }
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof ApiKeyPrincipal) {
      throw new ScopeMissing(Scope.CLIENTS_SENSITIVE);
    }
    throw new RightMissing(fact);
  }

  /** The whole table; a fact that no role may look at has an empty set. */
  Map<Sensitive, Set<Role>> all() {
    var all = new EnumMap<Sensitive, Set<Role>>(Sensitive.class);
    for (var fact : Sensitive.values()) {
      all.put(fact, EnumSet.noneOf(Role.class));
    }
    db.sql("select role, sensitive from access.role_right").query(row -> {
      all.get(Sensitive.of(row.getString("sensitive")).orElseThrow()).add(Role.of(row.getString("role")));
    });
    return all;
  }

  @Transactional
  void put(Map<Sensitive, Set<Role>> rights) {
    db.sql("lock table access.role_right in share row exclusive mode").update();
    var before = all();
    db.sql("delete from access.role_right").update();
    rights.forEach((fact, roles) -> roles.forEach(role ->
        db.sql("insert into access.role_right (role, sensitive) values (?, ?)").params(role.code(), fact.code()).update()));
    if (!before.equals(all())) {
      audit.record("rights.change", null, null, Map.of("before", codes(before), "after", codes(all())));
    }
  }

  private Set<Sensitive> of(StaffPrincipal staff) {
    var held = EnumSet.noneOf(Sensitive.class);
    db.sql("select distinct sensitive from access.role_right where role = any (?)")
        .param(staff.held().toArray(String[]::new))
        .query(row -> {
          held.add(Sensitive.of(row.getString("sensitive")).orElseThrow());
        });
    return held;
  }

  private static Map<String, Object> codes(Map<Sensitive, Set<Role>> rights) {
    var codes = new java.util.LinkedHashMap<String, Object>();
    rights.forEach((fact, roles) -> codes.put(fact.code(), roles.stream().map(Role::code).sorted().toList()));
    return codes;
  }
}
