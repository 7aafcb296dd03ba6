package org.silah.constituents.families;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silah.constituents.imports.ImportId;
import org.silah.constituents.imports.ImportKind.Recorded;
import org.silah.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a list says of families, for the preview and behind it. Reads only. */
@Repository
class StagedMembersShown {

  /** Of the row of a member the family and the place in it; of the row of a family itself, who belongs to it. */
  private static final String STAGED = """
      select m.row_no, m.position, coalesce(p.gender, s.gender, 'unknown') as gender, coalesce(fp.display_name, fs.display_name) as family, (
          select string_agg(t.display_name, ' · ' order by o.row_no)
          from constituents.staged_member o
          join constituents.import_staged t on t.import_id = o.import_id and t.row_no = o.row_no
          join constituents.import_row q on q.import_id = o.import_id and q.row_no = o.row_no and q.outcome in ('new', 'joined', 'repeats')
          where m.position is null and o.import_id = m.import_id and o.row_no between m.row_no + 1 and m.row_no + 63 and o.row_no + o.family_step = m.row_no) as members
      from constituents.staged_member m
      join constituents.import_staged s on s.import_id = m.import_id and s.row_no = m.row_no
      left join constituents.import_row r on r.import_id = m.import_id and r.row_no = m.row_no
      left join constituents.party p on p.id = r.party_id
      left join constituents.import_row f on f.import_id = m.import_id and f.row_no = m.row_no + m.family_step
      left join constituents.party fp on fp.id = f.party_id
      left join constituents.import_staged fs on fs.import_id = f.import_id and fs.row_no = case when f.outcome = 'repeats' then f.of_row else f.row_no end
      where m.import_id = ? and m.row_no = any (?)
      """;

  private static final String RECORDED = """
      select distinct on (r.row_no) r.row_no, x.position, coalesce(p.gender, 'unknown') as gender, f.id as family_id, f.display_name as family, (
          select string_agg(n.display_name, ' · ' order by array_position(array['head', 'spouse', 'child', 'dependant'], y.position), n.birth_on)
          from constituents.family_member y
          join constituents.party n on n.id = y.member_id
          where p.kind = 'family' and y.family_id = f.id and y.ended is null) as members
      from constituents.import_row r
      join constituents.party p on p.id = r.party_id
      left join constituents.family_member x on x.member_id = p.id and x.ended is null
      join constituents.party f on f.id = case when p.kind = 'family' then p.id else x.family_id end
      where r.import_id = ? and r.row_no = any (?) and f.removed_at is null
      order by r.row_no, x.import_id is distinct from r.import_id, f.id
      """;

  private final JdbcClient db;

  StagedMembersShown(JdbcClient db) {
    this.db = db;
  }

  Map<Integer, List<String>> preview(ImportId id, Collection<Integer> rows, Words words) {
    var shown = new HashMap<Integer, List<String>>();
    db.sql(STAGED).params(id.value(), rows.toArray(Integer[]::new)).query((ResultSet row) -> {
      shown.put(row.getInt("row_no"), told(row, words));
    });
    return shown;
  }

  Map<Integer, Recorded> recorded(ImportId id, Collection<Integer> rows, Words words) {
    var shown = new HashMap<Integer, Recorded>();
    db.sql(RECORDED).params(id.value(), rows.toArray(Integer[]::new)).query((ResultSet row) -> {
      shown.put(row.getInt("row_no"), new Recorded("/clients/" + row.getString("family_id") + "/family", told(row, words)));
    });
    return shown;
  }

  private static List<String> told(ResultSet row, Words words) throws SQLException {
    var position = row.getString("position");
    var members = row.getString("members");
    var family = row.getString("family");
    return List.of(family == null ? "" : family,
        members != null ? members : position == null ? "" : words.get("constituents.position." + position, row.getString("gender")));
  }

  /** How many families come of it and how many members, in one sentence each. */
  List<String> totals(ImportId id, Words words) {
    return db.sql("""
        select count(distinct r.party_id) filter (where m.position is null) as families,
          count(distinct r.party_id) filter (where m.position is null and r.outcome = 'new') as new_families,
          count(distinct r.party_id) filter (where m.position is not null) as members,
          count(distinct r.party_id) filter (where m.position is not null and r.outcome = 'new') as new_members
        from constituents.staged_member m
        join constituents.import_row r on r.import_id = m.import_id and r.row_no = m.row_no and r.outcome in ('new', 'joined', 'repeats')
        where m.import_id = ?""")
        .param(id.value())
        .query((row, _) -> List.of(
            words.get("constituents.import.family.families", row.getLong("families"), row.getLong("new_families")),
            words.get("constituents.import.family.members", row.getLong("members"), row.getLong("new_members"))))
        .single();
  }
}
