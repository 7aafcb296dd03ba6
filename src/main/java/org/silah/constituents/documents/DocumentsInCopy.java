package org.silah.constituents.documents;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.silah.kernel.Copied;
import org.silah.kernel.CopiedFiles;
import org.silah.kernel.CopiedTable;
import org.springframework.stereotype.Component;

/** Documents; what they contain goes beside the tables. */
@Component
class DocumentsInCopy implements Copied, CopiedFiles {

  private final DocumentContents contents;
  private final FileStore files;

  DocumentsInCopy(DocumentContents contents, FileStore files) {
    this.contents = contents;
    this.files = files;
  }

  @Override
  public List<CopiedTable> tables() {
    return List.of(
        CopiedTable.of("constituents.document_kind", "code, name_ar, name_en, expires, sensitive, place, retired").inPlaceOfOurs(),
        CopiedTable.of("constituents.document_content", "sha256, bytes, thumbnail, kept_at")
            .only("exists (select from constituents.document d where d.sha256 = document_content.sha256 and d.taken_back_at is null)"),
        CopiedTable.of("constituents.document", """
            id, party_id, kind, title, file_name, type, sha256, bytes, expires_on, viewers, note, added_at, added_by,
            taken_back_at, taken_back_by, taken_back_reason"""));
  }

  @Override
  public void forEach(Consumer<String> sha256) {
    contents.forEach(sha256);
  }

  @Override
  public InputStream open(String sha256) {
    return files.open(sha256);
  }

  @Override
  public void keep(String sha256, Path file) {
    files.put(sha256, file);
  }
}
