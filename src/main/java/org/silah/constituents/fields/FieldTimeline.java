package org.silah.constituents.fields;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silah.constituents.PartyId;
import org.silah.constituents.Shown;
import org.silah.constituents.TimelineSource;
import org.silah.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Custom fields on the timeline: each value when it was learnt, as far as whoever looks may see its field. Reads only. */
@Repository
class FieldTimeline implements TimelineSource {

  private final JdbcClient db;
  private final CustomFields fields;
  private final ShownValues values;
  private final Shown shown;

  FieldTimeline(JdbcClient db, CustomFields fields, ShownValues values, Shown shown) {
    this.db = db;
    this.fields = fields;
    this.values = values;
    this.shown = shown;
  }

  private record Learnt(Instant at, Held held, @Nullable String by) {}

  @Override
  public List<Entry> entries(PartyId party, Instant before, int limit, Words words) {
    var seen = fields.seen().stream().collect(Collectors.toMap(CustomField::id, field -> field));
    if (seen.isEmpty()) {
      return List.of();
    }
    return db.sql("""
        select *
        from constituents.custom_value
        where party_id = ? and field_id = any (?) and recorded_at < ?
        order by recorded_at desc
        limit ?""")
        .params(party.value(), seen.keySet().toArray(UUID[]::new), Timestamp.from(before), limit)
        .query((row, _) -> learnt(row, seen))
        .list()
        .stream()
        .map(one -> entry(party, one, words))
        .toList();
  }

  private static Learnt learnt(ResultSet row, Map<UUID, CustomField> seen) throws SQLException {
    var field = seen.get(row.getObject("field_id", UUID.class));
    var held = new Held(field, CustomValues.value(field, row), row.getString("source"), row.getObject("as_of", LocalDate.class), row.getTimestamp("recorded_at").toInstant());
    return new Learnt(row.getTimestamp("recorded_at").toInstant(), held, row.getString("recorded_by"));
  }

  private Entry entry(PartyId party, Learnt one, Words words) {
    var field = one.held.field();
    var value = values.of(party, List.of(one.held), words).get(field.id());
    var text = value.money() == null ? value.text() : value.text() + " " + value.money().currency().getCurrencyCode();
    var by = shown.by(one.by, words.language());
    var from = Shown.source(one.held.source(), words);
    return new Entry(one.at, "pencil", words.get("constituents.fields.timeline.learned", field.name(words.language()), text),
        by == null ? from : from + " · " + by, value.link());
  }
}
