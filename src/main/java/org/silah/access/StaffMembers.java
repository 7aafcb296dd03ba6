package org.silah.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everyone who signs in. The only class that touches {@code access.staff} and {@code access.staff_role}. */
@Repository
public class StaffMembers {

  private static final String SELECT = """
      select s.*, array(select r.role from access.staff_role r where r.staff_id = s.id order by r.role) as roles
      from access.staff s
      """;

  private final JdbcClient db;
  private final Clock clock;

  StaffMembers(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  public Optional<Staff> find(UUID id) {
    return db.sql(SELECT + "where s.id = ?").param(id).query(StaffMembers::read).optional();
  }

  public Optional<Staff> named(String username) {
    return db.sql(SELECT + "where lower(s.username) = lower(?)").param(username).query(StaffMembers::read).optional();
  }

  public List<Staff> all() {
    return db.sql(SELECT + "order by s.disabled_at nulls first, lower(s.username)").query(StaffMembers::read).list();
  }

  Optional<String> passwordHash(UUID id) {
    return db.sql("select password_hash from access.staff where id = ?").param(id).query(String.class).optional();
  }

  /** @param passwordHash made by the password encoder, never a plain password */
  @Transactional
  public Staff add(String username, String nameAr, String nameEn, @Nullable String email, Set<Role> roles, String passwordHash, boolean mustChange) {
    var id = Ids.next();
    db.sql("""
        insert into access.staff (id, username, name_ar, name_en, email, password_hash, must_change_password, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(id, username, nameAr, nameEn, email, passwordHash, mustChange, Timestamp.from(clock.instant()))
        .update();
    setRoles(id, roles);
    return find(id).orElseThrow();
  }

  @Transactional
  void setRoles(UUID id, Set<Role> roles) {
    db.sql("delete from access.staff_role where staff_id = ?").param(id).update();
    for (var role : roles) {
      db.sql("insert into access.staff_role (staff_id, role) values (?, ?)").params(id, role.code()).update();
    }
  }

  private static Staff read(ResultSet row, int index) throws SQLException {
    return new Staff(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("name_ar"),
        row.getString("name_en"),
        row.getString("email"),
        roles(row.getArray("roles")),
        row.getTimestamp("disabled_at") != null,
        row.getBoolean("must_change_password"));
  }

  private static Set<Role> roles(Array codes) throws SQLException {
    return Stream.of((String[]) codes.getArray()).map(Role::of).collect(Collectors.toUnmodifiableSet());
  }
}
