package org.silah.constituents.documents;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.silah.access.Audit;
import org.silah.kernel.Ids;
import org.silah.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of documents. The store of {@code constituents.document_kind}. */
@Repository
class DocumentKinds {

  private final JdbcClient db;
  private final Audit audit;

  DocumentKinds(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  List<DocumentKind> all() {
    return db.sql("""
        select code, name_ar, name_en, expires, sensitive, retired
        from constituents.document_kind
        order by retired, place, code""")
        .query(DocumentKind.class)
        .list();
  }

  Optional<DocumentKind> find(String code) {
    return db.sql("""
        select code, name_ar, name_en, expires, sensitive, retired
        from constituents.document_kind
        where code = ?""")
        .param(code)
        .query(DocumentKind.class)
        .optional();
  }

  /** Code to name, in their order. A kind that is offered no more is among them only where it was {@code chosen} before. */
  Map<String, String> offered(String chosen, Language language) {
    var names = new LinkedHashMap<String, String>();
    all().stream().filter(kind -> !kind.retired() || kind.code().equals(chosen)).forEach(kind -> names.put(kind.code(), kind.name(language)));
    return names;
  }

  Map<String, String> names(Language language) {
    var names = new HashMap<String, String>();
    all().forEach(kind -> names.put(kind.code(), kind.name(language)));
    return names;
  }

  @Transactional
  void add(String nameAr, String nameEn, boolean expires, boolean sensitive) {
    var code = "own-" + Ids.next();
    db.sql("""
        insert into constituents.document_kind (code, name_ar, name_en, expires, sensitive, place)
        select ?, ?, ?, ?, ?, coalesce(max(k.place), 0) + 10
        from constituents.document_kind k""")
        .params(code, nameAr, nameEn, expires, sensitive)
        .update();
    audit.record("document-kind.add", "document-kind", code, Map.of("after", facts(new DocumentKind(code, nameAr, nameEn, expires, sensitive, false))));
  }

  @Transactional
  void change(DocumentKind kind) {
    var before = find(kind.code()).orElseThrow();
    db.sql("""
        update constituents.document_kind
        set name_ar = ?, name_en = ?, expires = ?, sensitive = ?, retired = ?
        where code = ?""")
        .params(kind.nameAr(), kind.nameEn(), kind.expires(), kind.sensitive(), kind.retired(), kind.code())
        .update();
    audit.record("document-kind.change", "document-kind", kind.code(), Map.of("before", facts(before), "after", facts(kind)));
  }

  private static Map<String, Object> facts(DocumentKind kind) {
    return Map.of("name_ar", kind.nameAr(), "name_en", kind.nameEn(), "expires", kind.expires(), "sensitive", kind.sensitive(), "retired", kind.retired());
  }
}
