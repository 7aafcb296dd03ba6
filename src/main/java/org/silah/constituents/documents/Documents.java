package org.silah.constituents.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.silah.access.Actors;
import org.silah.constituents.PartyId;
import org.silah.constituents.Seen;
import org.silah.kernel.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The documents of clients. The store of {@code constituents.document}. Whatever it finds, whoever asks may see: to everyone else a
 * document is as one that never was.
 */
@Repository
class Documents {

  /** @param clientName of whose it is */
  record Expiring(Document document, String clientName) {}

  private final JdbcClient db;
  private final Actors actors;
  private final Seen seen;

  Documents(JdbcClient db, Actors actors, Seen seen) {
    this.db = db;
    this.actors = actors;
    this.seen = seen;
  }

  /** The newest first. */
  List<Document> of(PartyId party) {
    return db.sql("""
        select d.*, c.thumbnail is not null as pictured
        from constituents.document d
        left join constituents.document_content c on c.sha256 = d.sha256
        where d.party_id = :party and d.taken_back_at is null and (d.viewers = '{}' or d.viewers && :held::text[])
        order by d.added_at desc, d.id desc""")
        .param("party", party.value())
        .param("held", held())
        .query(Documents::read)
        .list();
  }

  /** Nothing for one that was taken back, too. */
  Optional<Document> find(PartyId party, DocumentId id) {
    return db.sql("""
        select d.*, c.thumbnail is not null as pictured
        from constituents.document d
        left join constituents.document_content c on c.sha256 = d.sha256
        where d.id = :id and d.party_id = :party and d.taken_back_at is null and (d.viewers = '{}' or d.viewers && :held::text[])""")
        .param("id", id.value())
        .param("party", party.value())
        .param("held", held())
        .query(Documents::read)
        .optional();
  }

  /**
   * Those of all clients in sight that expire up to {@code last}, the first to expire first.
   *
   * @param from where the page begins: behind this day and id
   */
  List<Expiring> expiring(LocalDate first, LocalDate last, @Nullable LocalDate afterDay, @Nullable UUID after, int limit) {
    var query = Sql.of("""
        select d.*, c.thumbnail is not null as pictured, p.display_name
        from constituents.document d
        join constituents.party p on p.id = d.party_id
        left join constituents.document_content c on c.sha256 = d.sha256
        where d.taken_back_at is null and p.removed_at is null
          and d.expires_on between ? and ?
          and (d.viewers = '{}' or d.viewers && ?::text[])""", first, last, held())
        .append(seen.only());
    if (afterDay != null && after != null) {
      query = query.append("and (d.expires_on, d.id) > (?, ?)", afterDay, after);
    }
    query = query.append("order by d.expires_on, d.id limit ?", limit);
    return db.sql(query.text()).params(query.values()).query((row, number) -> new Expiring(read(row, number), row.getString("display_name"))).list();
  }

  void add(Document document) {
    db.sql("""
        insert into constituents.document (id, party_id, kind, title, file_name, type, sha256, bytes, expires_on, viewers, note, added_at, added_by)
        values (:id, :party, :kind, :title, :file_name, :type, :sha256, :bytes, :expires_on, :viewers::text[], :note, :at, :by)""")
        .param("id", document.id().value())
        .param("party", document.party().value())
        .param("kind", document.kind())
        .param("title", document.title())
        .param("file_name", document.fileName())
        .param("type", document.type().code())
        .param("sha256", document.sha256())
        .param("bytes", document.bytes())
        .param("expires_on", document.expiresOn())
        .param("viewers", array(document.viewers().codes()))
        .param("note", document.note())
        .param("at", Timestamp.from(document.addedAt()))
        .param("by", document.addedBy())
        .update();
  }

  void change(Document document) {
    db.sql("""
        update constituents.document
        set kind = :kind, title = :title, expires_on = :expires_on, viewers = :viewers::text[], note = :note
        where id = :id""")
        .param("id", document.id().value())
        .param("kind", document.kind())
        .param("title", document.title())
        .param("expires_on", document.expiresOn())
        .param("viewers", array(document.viewers().codes()))
        .param("note", document.note())
        .update();
  }

  void takeBack(DocumentId id, String reason, Timestamp at, String by) {
    db.sql("update constituents.document set taken_back_at = ?, taken_back_by = ?, taken_back_reason = ? where id = ?")
        .params(at, by, reason, id.value())
        .update();
  }

  private String held() {
    return array(actors.held());
  }

  /** As PostgreSQL reads an array of words without blanks, commas and quotation marks, which codes are. */
  static String array(Iterable<String> codes) {
    return "{" + String.join(",", codes) + "}";
  }

  private static Document read(ResultSet row, int number) throws SQLException {
    return new Document(
        new DocumentId(row.getObject("id", UUID.class)),
        new PartyId(row.getObject("party_id", UUID.class)),
        row.getString("kind"),
        row.getString("title"),
        row.getString("file_name"),
        FileType.of(row.getString("type")),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getObject("expires_on", LocalDate.class),
        Viewers.of(Arrays.asList((String[]) row.getArray("viewers").getArray())),
        row.getString("note"),
        row.getTimestamp("added_at").toInstant(),
        row.getString("added_by"),
        row.getBoolean("pictured"));
  }
}
