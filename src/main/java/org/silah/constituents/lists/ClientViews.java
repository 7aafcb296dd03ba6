package org.silah.constituents.lists;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.silah.access.Actor;
import org.silah.access.Actors;
import org.silah.access.Audit;
import org.silah.constituents.text.Typed;
import org.silah.kernel.Ids;
import org.silah.kernel.Unreadable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Views and columns that people keep for themselves, and views that they share. A view says what to ask, never whom it found: whoever
 * opens it sees the clients in their own sight. The store of {@code client_view} and {@code list_columns}.
 */
@Repository
class ClientViews {

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_QUERY = 4_000;
  private static final int MOST = 40;

  private final JdbcClient db;
  private final Actors actors;
  private final Audit audit;
  private final Clock clock;

  ClientViews(JdbcClient db, Actors actors, Audit audit, Clock clock) {
    this.db = db;
    this.actors = actors;
    this.audit = audit;
    this.clock = clock;
  }

  /** Own ones first, then those that others share. */
  List<ClientView> seen() {
    return db.sql("""
        select v.id, v.name, v.staff_id = :me as own, v.shared, v.opens and v.staff_id = :me as opens, v.query
        from constituents.client_view v
        where v.staff_id = :me or v.shared
        order by own desc, v.made_at
        limit :most""")
        .param("me", me()).param("most", MOST)
        .query(ClientView.class)
        .list();
  }

  /** @throws Unreadable without a name */
  @Transactional
  UUID add(String typedName, String query) {
    var name = name(typedName);
    var id = Ids.next();
    db.sql("insert into constituents.client_view (id, staff_id, name, query, made_at) values (?, ?, ?, ?, ?)")
        .params(id, me(), name, fitting(query), Timestamp.from(clock.instant()))
        .update();
    audit.record("view.save", "view", id, Map.of("name", name));
    return id;
  }

  /** @throws Unreadable without a name */
  @Transactional
  void change(UUID id, String typedName, String query) {
    var name = name(typedName);
    done(db.sql("update constituents.client_view set name = ?, query = ? where id = ? and staff_id = ?").params(name, fitting(query), id, me()).update());
    audit.record("view.change", "view", id, Map.of("name", name));
  }

  @Transactional
  void remove(UUID id) {
    done(db.sql("delete from constituents.client_view where id = ? and staff_id = ?").params(id, me()).update());
    audit.record("view.remove", "view", id, Map.of());
  }

  @Transactional
  void share(UUID id, boolean shared) {
    done(db.sql("update constituents.client_view set shared = ? where id = ? and staff_id = ?").params(shared, id, me()).update());
    audit.record("view.share", "view", id, Map.of("shared", shared));
  }

  /** The list opens with it from now on, or, where it does already, with all clients again. */
  @Transactional
  void openWith(UUID id) {
    boolean opens = db.sql("select v.opens from constituents.client_view v where v.id = ? and v.staff_id = ?").params(id, me()).query(Boolean.class)
        .optional().orElseThrow(NoSuchElementException::new);
    db.sql("update constituents.client_view set opens = false where staff_id = ? and opens").param(me()).update();
    db.sql("update constituents.client_view set opens = ? where id = ? and staff_id = ?").params(!opens, id, me()).update();
    audit.record("view.open-with", "view", id, Map.of("opens", !opens));
  }

  /** The columns that whoever looks chose; empty for those shown at first. */
  List<String> columns() {
    return db.sql("select unnest(c.columns) from constituents.list_columns c where c.staff_id = ?").param(me()).query(String.class).list();
  }

  @Transactional
  void choose(List<String> columns) {
    db.sql("""
        insert into constituents.list_columns (staff_id, columns)
        values (?, ?)
        on conflict (staff_id) do update set columns = excluded.columns""")
        .params(me(), columns.toArray(String[]::new))
        .update();
    audit.record("list.columns", "staff", me(), Map.of("columns", columns));
  }

  private static String name(String typed) {
    var name = Typed.line(typed, LONGEST_NAME);
    if (name == null) {
      throw new Unreadable("constituents.text.missing");
    }
    return name;
  }

  private static String fitting(String query) {
    if (query.length() > LONGEST_QUERY) {
      throw new Unreadable("constituents.text.long", LONGEST_QUERY);
    }
    return query;
  }

  private static void done(int rows) {
    if (rows == 0) {
      throw new NoSuchElementException();
    }
  }

  private UUID me() {
    var actor = actors.current();
    if (actor.kind() != Actor.Kind.STAFF || actor.id() == null) {
      throw new NoSuchElementException();
    }
    return UUID.fromString(actor.id());
  }
}
