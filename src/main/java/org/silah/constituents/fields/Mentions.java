package org.silah.constituents.fields;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Digits;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clients whom values name: found as they are typed, and shown as they are now. Reads only. */
@Repository
class Mentions {

  private static final int LONGEST_NUMBER = 18;

  private final JdbcClient db;
  private final Seen seen;

  Mentions(JdbcClient db, Seen seen) {
    this.db = db;
    this.seen = seen;
  }

  /** By id or file number, also a former one; only who is in sight. */
  Optional<PartyId> find(String typed) {
    var digits = Digits.toAscii(typed.strip());
    if (digits.matches("\\d{1," + LONGEST_NUMBER + "}")) {
      return found(Sql.of("""
          select p.id
          from published.file_number n
          join constituents.party p on p.id = n.id
          where n.file_number = ? and p.removed_at is null""", Long.parseLong(digits)));
    }
    try {
      return found(Sql.of("select p.id from constituents.party p where p.id = ? and p.removed_at is null", UUID.fromString(digits)));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private Optional<PartyId> found(Sql who) {
    var query = who.append(seen.only());
    return db.sql(query.text()).params(query.values()).query(UUID.class).optional().map(PartyId::new);
  }

  /** By the client whom the value names, who may have turned out to be another since. */
  Map<PartyId, Mention> of(Collection<PartyId> named) {
    var now = new HashMap<PartyId, PartyId>();
    if (named.isEmpty()) {
      return Map.of();
    }
    db.sql("""
        with recursive way (named, id, next) as (
          select id, id, merged_into from constituents.party where id = any (?)
          union all
          select w.named, p.id, p.merged_into
          from way w
          join constituents.party p on p.id = w.next)
        select named, id from way where next is null""")
        .param(named.stream().map(PartyId::value).toArray(UUID[]::new))
        .query(row -> {
          now.put(new PartyId(row.getObject("named", UUID.class)), new PartyId(row.getObject("id", UUID.class)));
        });
    var shown = new HashMap<PartyId, Mention>();
    var query = Sql.of("select p.id, p.file_number, p.display_name from constituents.party p where p.id = any (?) and p.removed_at is null",
        (Object) now.values().stream().map(PartyId::value).toArray(UUID[]::new)).append(seen.only());
    db.sql(query.text()).params(query.values()).query(row -> {
      var party = new PartyId(row.getObject("id", UUID.class));
      shown.put(party, new Mention(party, row.getLong("file_number"), row.getString("display_name")));
    });
    var all = new HashMap<PartyId, Mention>();
    now.forEach((one, other) -> all.put(one, shown.getOrDefault(other, new Mention(other, null, null))));
    return all;
  }
}
