package org.silah.constituents.documents;

import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.silah.constituents.Recording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which contents lie in the storage. The store of {@code constituents.document_content}. Its row is written and held before the bytes
 * are, by whoever adds them as by whoever takes them away, so that the two never meet.
 */
@Repository
class DocumentContents {

  private static final int FETCHED_AT_ONCE = 1_000;

  private final JdbcClient db;
  private final FileStore files;
  private final Recording recording;

  DocumentContents(JdbcClient db, FileStore files, Recording recording) {
    this.db = db;
    this.files = files;
    this.recording = recording;
  }

  /** @throws NotNow if the storage is away */
  @Transactional(propagation = Propagation.MANDATORY)
  void keep(Arrival arrival) {
    db.sql("""
        insert into constituents.document_content (sha256, bytes, thumbnail, kept_at)
        values (?, ?, ?, ?)
        on conflict (sha256) do update set kept_at = excluded.kept_at""")
        .params(arrival.sha256(), arrival.bytes(), arrival.thumbnail(), recording.at())
        .update();
    files.put(arrival.sha256(), arrival.file());
  }

  Optional<byte[]> thumbnail(String sha256) {
    return db.sql("select thumbnail from constituents.document_content where sha256 = ? and thumbnail is not null")
        .param(sha256)
        .query((row, _) -> row.getBytes("thumbnail"))
        .optional();
  }

  /** Names each content that a document has, without ever holding all. Needs a transaction. */
  void forEach(Consumer<String> each) {
    db.sql("""
        select c.sha256
        from constituents.document_content c
        where exists (select 1 from constituents.document d where d.sha256 = c.sha256 and d.taken_back_at is null)
        order by c.sha256""")
        .withFetchSize(FETCHED_AT_ONCE)
        .query((ResultSet row) -> each.accept(row.getString("sha256")));
  }

  /** Of which no document is left that was not taken back. */
  List<String> unused(int limit) {
    return db.sql("""
        select c.sha256
        from constituents.document_content c
        where not exists (select 1 from constituents.document d where d.sha256 = c.sha256 and d.taken_back_at is null)
        limit ?""")
        .param(limit)
        .query(String.class)
        .list();
  }

  /** Those of which no row tells. */
  List<String> unknown(List<String> found) {
    return db.sql("""
        select f.sha256
        from unnest(:found::text[]) f(sha256)
        where not exists (select 1 from constituents.document_content c where c.sha256 = f.sha256)""")
        .param("found", Documents.array(found))
        .query(String.class)
        .list();
  }

  /** Unless somebody is just keeping the same content, or has kept it since it was found unused: asked anew, once its row is held. */
  @Transactional
  public boolean sweep(String sha256) {
    var held = db.sql("select sha256 from constituents.document_content where sha256 = ? for update skip locked")
        .param(sha256)
        .query(String.class)
        .optional();
    if (held.isEmpty() || isUsed(sha256)) {
      return false;
    }
    files.delete(sha256);
    forget(sha256);
    return true;
  }

  /** Bytes of which no row tells: a crash came between them. Waits for whoever is just keeping the same content. */
  @Transactional
  public boolean sweepForgotten(String sha256) {
    int ours = db.sql("""
        insert into constituents.document_content (sha256, bytes, kept_at)
        values (?, 1, ?)
        on conflict do nothing""")
        .params(sha256, recording.at())
        .update();
    if (ours == 0) {
      return false;
    }
    files.delete(sha256);
    forget(sha256);
    return true;
  }

  private boolean isUsed(String sha256) {
    return db.sql("select exists (select 1 from constituents.document where sha256 = ? and taken_back_at is null)")
        .param(sha256)
        .query(Boolean.class)
        .single();
  }

  private void forget(String sha256) {
    db.sql("delete from constituents.document_content where sha256 = ?").param(sha256).update();
  }
}
