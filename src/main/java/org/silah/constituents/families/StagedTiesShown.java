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

/** What a list says of relations, for the preview and behind it. Reads only. */
@Repository
class StagedTiesShown {

  private static final String STAGED = """
      select t.row_no, t.kind, t.what, t.first, coalesce(s.gender, 'unknown') as gender, t.post, coalesce(p.display_name, o.display_name, '') as other
      from constituents.staged_tie t
      join constituents.import_staged s on s.import_id = t.import_id and s.row_no = t.row_no
      left join constituents.party p on p.id = t.other_id
      left join constituents.import_staged o on o.import_id = t.import_id and o.row_no = t.other_row
      where t.import_id = ? and t.row_no = any (?)
      """;

  private static final String RECORDED = """
      select distinct on (r.row_no) r.row_no, t.kind, t.what, t.from_id = r.party_id as first, coalesce(p.gender, 'unknown') as gender, t.post,
        o.display_name as other, p.id
      from constituents.import_row r
      join constituents.party p on p.id = r.party_id
      join constituents.tie t on t.import_id = r.import_id and p.id in (t.from_id, t.to_id)
      join constituents.party o on o.id = case when t.from_id = p.id then t.to_id else t.from_id end
      where r.import_id = ? and r.row_no = any (?) and o.removed_at is null
      order by r.row_no, t.id
      """;

  private final JdbcClient db;

  StagedTiesShown(JdbcClient db) {
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
      shown.put(row.getInt("row_no"), new Recorded("/clients/" + row.getString("id") + "/ties", told(row, words)));
    });
    return shown;
  }

  private static List<String> told(ResultSet row, Words words) throws SQLException {
    var bond = Bond.of(TieKind.of(row.getString("kind")), row.getString("what"));
    var post = row.getString("post");
    var is = words.get(bond.key(!row.getBoolean("first")), row.getString("gender"));
    return List.of(post == null ? is : is + " · " + post, row.getString("other"));
  }
}
