package org.silah.constituents.families;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.Client;
import org.silah.constituents.imports.ImportId;
import org.silah.constituents.text.NameKeys;
import org.silah.web.Language;
import org.silah.web.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What families and children of lists are called who have no whole name there: after the head. Some thousand at a time, however long the list. */
@Repository
class StagedNames {

  private static final int AT_ONCE = 2_000;

  /** A name that any row of the family gives it is the family's. */
  private static final String GIVEN = """
      update constituents.import_staged s
      set display_name = n.display_name, name_key = n.name_key
      from (
        select distinct on (f.party_id) f.party_id, s.display_name, s.name_key
        from constituents.staged_member m
        join constituents.import_row f on f.import_id = m.import_id and f.row_no = m.row_no
        join constituents.import_staged s on s.import_id = m.import_id and s.row_no = m.row_no
        where m.import_id = :import and m.position is null and m.named and f.outcome in ('new', 'repeats')
        order by f.party_id, m.row_no) n
      join constituents.import_row f on f.import_id = :import and f.party_id = n.party_id and f.outcome = 'new'
      where s.import_id = :import and s.row_no = f.row_no
      """;

  private static final String MARK_GIVEN = """
      update constituents.staged_member m
      set named = true
      from constituents.import_row f
      where m.import_id = :import and m.position is null and not m.named and f.import_id = :import and f.row_no = m.row_no and f.outcome = 'new'
        and f.party_id in (
          select o.party_id
          from constituents.staged_member n
          join constituents.import_row o on o.import_id = n.import_id and o.row_no = n.row_no
          where n.import_id = :import and n.position is null and n.named)
      """;

  /** New families without a name, with the one after whom each is called: the head, or who is next. */
  private static final String COLLECT = """
      create temporary table staged_name on commit drop as
      select f.row_no, one.name, one.gender
      from constituents.staged_member m
      join constituents.import_row f on f.import_id = m.import_id and f.row_no = m.row_no and f.outcome = 'new'
      join (
        select distinct on (g.party_id) g.party_id, coalesce(p.display_name, s.display_name) as name, coalesce(p.gender, s.gender) as gender
        from constituents.staged_member o
        join constituents.import_row r on r.import_id = o.import_id and r.row_no = o.row_no and r.outcome in ('new', 'joined', 'repeats')
        join constituents.import_row g on g.import_id = o.import_id and g.row_no = o.row_no + o.family_step
        join constituents.import_staged s on s.import_id = o.import_id and s.row_no = o.row_no
        left join constituents.party p on p.id = r.party_id
        where o.import_id = :import and o.position is not null
        order by g.party_id, array_position(array['head', 'spouse', 'child', 'dependant'], o.position), s.birth_on, o.row_no) one on one.party_id = f.party_id
      where m.import_id = :import and m.position is null and not m.named
      """;

  /** New children of one word, each with the head. */
  private static final String COLLECT_CHILDREN = """
      create temporary table staged_child on commit drop as
      select r.row_no, s.display_name as called, s.gender, head.name, head.gender as head_gender
      from constituents.staged_member m
      join constituents.import_row r on r.import_id = m.import_id and r.row_no = m.row_no and r.outcome = 'new'
      join constituents.import_row f on f.import_id = m.import_id and f.row_no = m.row_no + m.family_step
      join constituents.import_staged s on s.import_id = m.import_id and s.row_no = m.row_no
      join (
        select distinct on (family_id) family_id, name, gender
        from (
          select g.party_id as family_id, coalesce(p.display_name, s.display_name) as name, coalesce(p.gender, s.gender) as gender, o.row_no
          from constituents.staged_member o
          join constituents.import_row r on r.import_id = o.import_id and r.row_no = o.row_no and r.outcome in ('new', 'joined', 'repeats')
          join constituents.import_row g on g.import_id = o.import_id and g.row_no = o.row_no + o.family_step
          join constituents.import_staged s on s.import_id = o.import_id and s.row_no = o.row_no
          left join constituents.party p on p.id = r.party_id
          where o.import_id = :import and o.position = 'head'
          union all
          select x.family_id, p.display_name, p.gender, 0
          from constituents.family_member x
          join constituents.party p on p.id = x.member_id
          where x.position = 'head' and x.ended is null and x.family_id in (select party_id from constituents.import_row where import_id = :import and outcome = 'joined')) any_head
        order by family_id, row_no) head on head.family_id = f.party_id
      where m.import_id = :import and m.position = 'child' and strpos(s.name_key, ' ') = 0
      """;

  private record Called(int rowNo, String name, @Nullable String gender) {}

  private record Child(int rowNo, String called, @Nullable String gender, String name, @Nullable String headGender) {}

  private record Given(int row, String name) {}

  private final JdbcClient db;
  private final Texts texts;

  StagedNames(JdbcClient db, Texts texts) {
    this.db = db;
    this.texts = texts;
  }

  /** In the transaction in which the rows were matched. */
  void give(ImportId id) {
    db.sql(GIVEN).param("import", id.value()).update();
    db.sql(MARK_GIVEN).param("import", id.value()).update();
    children(id);
    families(id);
  }

  private void children(ImportId id) {
    db.sql(COLLECT_CHILDREN).param("import", id.value()).update();
    for (int last = 0;;) {
      var some = db.sql("select * from pg_temp.staged_child where row_no > ? order by row_no limit ?").params(last, AT_ONCE).query(Child.class).list();
      if (some.isEmpty()) {
        return;
      }
      last = some.getLast().rowNo;
      write(id, some.stream().map(child -> new Given(child.rowNo, named(child))).toList());
    }
  }

  /** Of whom nobody says whether son or daughter, neither is said. */
  private static String named(Child child) {
    var head = NameOfPerson.of(child.name);
    return child.gender == null ? child.called + " " + head.full(null) : head.child(child.called, gender(child.gender), gender(child.headGender));
  }

  private void families(ImportId id) {
    db.sql(COLLECT).param("import", id.value()).update();
    var words = texts.in(Language.AR);
    for (int last = 0;;) {
      var some = db.sql("select * from pg_temp.staged_name where row_no > ? order by row_no limit ?").params(last, AT_ONCE).query(Called.class).list();
      if (some.isEmpty()) {
        return;
      }
      last = some.getLast().rowNo;
      var given = new ArrayList<Given>();
      for (var one : some) {
        var name = NameOfPerson.of(one.name).full(gender(one.gender));
        given.add(new Given(one.rowNo, words.get("constituents.household.named", name, one.gender == null ? "unknown" : one.gender)));
      }
      write(id, given);
    }
  }

  private void write(ImportId id, List<Given> names) {
    db.sql("""
        update constituents.import_staged s
        set display_name = n.name, name_key = n.key
        from unnest(?::int[], ?::text[], ?::text[]) as n (row_no, name, key)
        where s.import_id = ? and s.row_no = n.row_no""")
        .params(names.stream().map(Given::row).toArray(Integer[]::new), names.stream().map(Given::name).toArray(String[]::new),
            names.stream().map(given -> NameKeys.same(given.name)).toArray(String[]::new), id.value())
        .update();
  }

  private static Client.@Nullable Gender gender(@Nullable String code) {
    return code == null ? null : Client.Gender.of(code);
  }
}
