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
import org.silah.web.Language;
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
    return db.sql(SELECT + "where s.id = ?").param(id).query((row, _) -> read(row)).optional();
  }

  public Optional<Staff> named(String username) {
    return db.sql(SELECT + "where lower(s.username) = lower(?)").param(username).query((row, _) -> read(row)).optional();
  }

  public List<Staff> all() {
    return db.sql(SELECT + "order by s.disabled_at nulls first, lower(s.username)").query((row, _) -> read(row)).list();
  }

  boolean none() {
    return db.sql("select not exists (select from access.staff)").query(Boolean.class).single();
  }

  /** Holds off every other change of who is there and what they may, until the transaction ends. */
  void lock() {
    db.sql("lock table access.staff_role in share row exclusive mode").update();
  }

  /** Whether someone besides {@code id} could still administer. */
  boolean administratorBesides(UUID id) {
    return db.sql("""
        select exists (
          select
          from access.staff_role r
          join access.staff s on s.id = r.staff_id
          where r.role = 'administrator'
          and s.disabled_at is null
          and s.id <> ?)""")
        .param(id)
        .query(Boolean.class)
        .single();
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

  /** Names, address, roles and branches. Other roles or branches end the sessions under way. */
  @Transactional
  void update(Staff staff) {
    var before = find(staff.id()).orElseThrow();
    db.sql("update access.staff set name_ar = ?, name_en = ?, email = ?, epoch = epoch + ? where id = ?")
        .params(staff.nameAr(), staff.nameEn(), staff.email(), before.roles().equals(staff.roles()) ? 0 : 1, staff.id())
        .update();
    setRoles(staff.id(), staff.roles());
    see(staff.id(), staff.sight());
  }

  /** Whom they see and where they are at home. Another sight ends the sessions under way. */
  public void see(UUID id, Sight sight) {
    db.sql("""
        update access.staff
        set home_branch_id = :home, sees = :sees, epoch = epoch + 1
        where id = :id and (home_branch_id <> :home or sees is distinct from :sees)""")
        .param("home", sight.home()).param("sees", sight.array()).param("id", id)
        .update();
  }

  /** Ends the sessions under way. @param mustChange whether it is a one-time password */
  void setPassword(UUID id, String passwordHash, boolean mustChange) {
    db.sql("update access.staff set password_hash = ?, must_change_password = ?, epoch = epoch + 1 where id = ?").params(passwordHash, mustChange, id).update();
  }

  /** The same password, hashed in a newer way. */
  void rehash(UUID id, String passwordHash) {
    db.sql("update access.staff set password_hash = ? where id = ?").params(passwordHash, id).update();
  }

  /** Ends the sessions under way. */
  void disable(UUID id) {
    db.sql("update access.staff set disabled_at = ?, epoch = epoch + 1 where id = ? and disabled_at is null").params(Timestamp.from(clock.instant()), id).update();
  }

  void enable(UUID id) {
    db.sql("update access.staff set disabled_at = null, epoch = epoch + 1 where id = ?").param(id).update();
  }

  void speak(UUID id, Language language) {
    db.sql("update access.staff set language = ? where id = ?").params(language.code(), id).update();
  }

  private void setRoles(UUID id, Set<Role> roles) {
    db.sql("delete from access.staff_role where staff_id = ?").param(id).update();
    for (var role : roles) {
      db.sql("insert into access.staff_role (staff_id, role) values (?, ?)").params(id, role.code()).update();
    }
  }

  private static Staff read(ResultSet row) throws SQLException {
    return new Staff(
        row.getObject("id", UUID.class),
        row.getString("username"),
        row.getString("name_ar"),
        row.getString("name_en"),
        row.getString("email"),
        roles(row.getArray("roles")),
        row.getTimestamp("disabled_at") != null,
        row.getBoolean("must_change_password"),
        Optional.ofNullable(row.getString("language")).flatMap(Language::of).orElse(null),
        row.getInt("epoch"),
        sight(row));
  }

  /** Of a row that has a home and what it sees. */
  static Sight sight(ResultSet row) throws SQLException {
    var sees = row.getArray("sees");
    return new Sight(row.getObject("home_branch_id", UUID.class), sees == null ? null : Set.of((UUID[]) sees.getArray()));
  }

  private static Set<Role> roles(Array codes) throws SQLException {
    return Stream.of((String[]) codes.getArray()).map(Role::of).collect(Collectors.toUnmodifiableSet());
  }
}
