package org.silah.constituents.knowing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.ClientKind;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.constituents.Share;
import org.silah.constituents.Standing;
import org.silah.kernel.PhoneNumber;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clients behind the figures, and those to be called. Reads only, and only who is in sight. */
@Repository
class KnownRows {

  private static final int FETCHED_AT_ONCE = 2_000;

  private static final String SELECT = """
      select k.*, p.display_name, p.file_number,
        (select f.e164 from constituents.phone f where f.party_id = k.party_id order by f.as_of desc, f.recorded_at desc, f.e164 limit 1) as phone
      from constituents.client_knowledge k
      join constituents.party p on p.id = k.party_id
      where p.removed_at is null and k.branch_id = any (?)""";

  private final JdbcClient db;
  private final Seen seen;

  KnownRows(JdbcClient db, Seen seen) {
    this.db = db;
    this.seen = seen;
  }

  /**
   * @param states how each fact that is wanted of this client stands
   * @param ask what to ask in one call
   * @param gain the weight that a hundred minutes of such calls bring
   */
  record Row(
      PartyId id, long fileNumber, String name, ClientKind kind, UUID branch, @Nullable PhoneNumber phone, Share share, Map<String, Standing.State> states,
      List<String> ask, int gain) {

    long missing() {
      return states.values().stream().filter(state -> state == Standing.State.MISSING).count();
    }

    long stale() {
      return states.values().stream().filter(state -> state == Standing.State.STALE).count();
    }
  }

  List<Row> page(View view, KnownFilter filter, @Nullable UUID after, int limit) {
    var query = of(view).append(filter.where());
    query = after == null ? query : query.append("and k.party_id > ?", after);
    query = query.append("order by k.party_id").limit(limit);
    return db.sql(query.text()).params(query.values()).query(KnownRows::read).list();
  }

  /** Where a page of calls ended. */
  record Place(int gain, UUID party) {}

  /** Whom to call, the most for the minute first; or who may not be called, or has no number. */
  List<Row> calls(View view, Reach reach, @Nullable Place after, int limit) {
    var query = calls(view, reach);
    query = after == null ? query : query.append("and (k.gain < ? or k.gain = ? and k.party_id > ?)", after.gain, after.gain, after.party);
    query = query.append("order by k.gain desc, k.party_id").limit(limit);
    return db.sql(query.text()).params(query.values()).query(KnownRows::read).list();
  }

  /** One after the other, without ever holding all of them. Needs a transaction. */
  void forEachCall(View view, Reach reach, Consumer<Row> row) {
    var query = calls(view, reach).append("order by k.gain desc, k.party_id");
    db.sql(query.text()).withFetchSize(FETCHED_AT_ONCE).params(query.values()).query((ResultSet rows) -> row.accept(read(rows, 0)));
  }

  private Sql calls(View view, Reach reach) {
    return of(view).append("and k.gain > 0 and k.reach = ?", reach.code());
  }

  private Sql of(View view) {
    var query = Sql.of(SELECT, (Object) view.branchIds()).append(seen.only());
    return view.kind() == null ? query : query.append("and k.kind = ?", view.kind().code());
  }

  private static Row read(ResultSet row, int index) throws SQLException {
    var items = (String[]) row.getArray("items").getArray();
    var told = (String[]) row.getArray("states").getArray();
    var states = new LinkedHashMap<String, Standing.State>();
    for (int i = 0; i < items.length; i++) {
      states.put(items[i], Standing.State.of(told[i]));
    }
    var phone = row.getString("phone");
    return new Row(
        new PartyId(row.getObject("party_id", UUID.class)), row.getLong("file_number"), row.getString("display_name"), ClientKind.of(row.getString("kind")),
        row.getObject("branch_id", UUID.class), phone == null ? null : new PhoneNumber(phone),
        new Share(row.getInt("asked_weight"), row.getInt("known_weight"), row.getInt("fresh_weight"), row.getInt("accurate_weight")), states,
        Arrays.asList((String[]) row.getArray("ask").getArray()), row.getInt("gain"));
  }
}
