package org.silah.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.silah.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The charity's branches. The only class that touches {@code access.branch}. */
@Repository
public class Branches {

  private final JdbcClient db;
  private final Clock clock;
  private final Audit audit;

  Branches(JdbcClient db, Clock clock, Audit audit) {
    this.db = db;
    this.clock = clock;
    this.audit = audit;
  }

  /** In the order in which they were opened, the closed ones last. */
  public List<Branch> all() {
    return db.sql("select * from access.branch order by closed_at nulls first, created_at, id").query(Branches::read).list();
  }

  /** Those that take new clients. */
  public List<Branch> open() {
    return all().stream().filter(branch -> !branch.isClosed()).toList();
  }

  public Optional<Branch> find(UUID id) {
    return db.sql("select * from access.branch where id = ?").param(id).query(Branches::read).optional();
  }

  /** By code or either name, as a list or a program says it. */
  public Optional<Branch> called(String text) {
    return db.sql("select * from access.branch where lower(?) in (code, lower(name_ar), lower(name_en)) order by created_at, id limit 1")
        .param(text.strip())
        .query(Branches::read)
        .optional();
  }

  /**
   * The branch, held open until the transaction ends.
   *
   * @throws BranchClosed if it takes no new clients
   * @throws NoSuchElementException if there is none
   */
  public Branch taking(UUID id) {
    var branch = db.sql("select * from access.branch where id = ? for share").param(id).query(Branches::read).optional().orElseThrow();
    if (branch.isClosed()) {
      throw new BranchClosed(branch);
    }
    return branch;
  }

  /** @param code unlike that of any other branch, as are the names */
  @Transactional
  public Branch add(String code, String nameAr, String nameEn) {
    var id = Ids.next();
    db.sql("insert into access.branch (id, code, name_ar, name_en, created_at) values (?, ?, ?, ?, ?)")
        .params(id, code, nameAr, nameEn, Timestamp.from(clock.instant()))
        .update();
    var added = find(id).orElseThrow();
    audit.record("branch.add", "branch", id, facts(added));
    return added;
  }

  @Transactional
  public void rename(UUID id, String nameAr, String nameEn) {
    var before = find(id).orElseThrow();
    db.sql("update access.branch set name_ar = ?, name_en = ? where id = ?").params(nameAr, nameEn, id).update();
    audit.record("branch.rename", "branch", id, Map.of("before", facts(before), "after", facts(find(id).orElseThrow())));
  }

  /** Whether another branch has this code or one of these names. */
  boolean isTaken(String column, String text, UUID besides) {
    return all().stream().filter(branch -> !branch.id().equals(besides)).map(branch -> switch (column) {
      case "code" -> branch.code();
      case "nameAr" -> branch.nameAr();
      default -> branch.nameEn();
    }).anyMatch(text::equalsIgnoreCase);
  }

  /**
   * Its clients stay; new ones it takes no more.
   *
   * @throws LastBranch if no other is open
   */
  @Transactional
  public void close(UUID id) {
    db.sql("lock table access.branch in share row exclusive mode").update();
    if (open().stream().allMatch(branch -> branch.id().equals(id))) {
      throw new LastBranch();
    }
    if (db.sql("update access.branch set closed_at = ? where id = ? and closed_at is null").params(Timestamp.from(clock.instant()), id).update() == 1) {
      audit.record("branch.close", "branch", id, facts(find(id).orElseThrow()));
    } else if (find(id).isEmpty()) {
      throw new NoSuchElementException();
    }
  }

  @Transactional
  public void reopen(UUID id) {
    var branch = find(id).orElseThrow();
    if (db.sql("update access.branch set closed_at = null where id = ? and closed_at is not null").param(id).update() == 1) {
      audit.record("branch.reopen", "branch", id, facts(branch));
    }
  }

  /** For the audit log. */
  Map<String, Object> told(Sight sight) {
    var all = all();
    var seen = all.stream().filter(branch -> sight.sees(branch.id())).map(Branch::code).toList();
    var home = all.stream().filter(branch -> branch.id().equals(sight.home())).map(Branch::code).findFirst().orElseThrow();
    return Map.of("home", home, "sees", sight.isWhole() ? "all" : seen);
  }

  private static Map<String, String> facts(Branch branch) {
    return Map.of("code", branch.code(), "name_ar", branch.nameAr(), "name_en", branch.nameEn());
  }

  private static Branch read(ResultSet row, int index) throws SQLException {
    var closedAt = row.getTimestamp("closed_at");
    return new Branch(
        row.getObject("id", UUID.class), row.getString("code"), row.getString("name_ar"), row.getString("name_en"),
        closedAt == null ? null : closedAt.toInstant());
  }
}
