package org.silah.constituents.documents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.silah.FrontDoor;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.constituents.Constituents;
import org.silah.constituents.NewClient;
import org.silah.constituents.PartyId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where staff of each role add documents, look at them and take them out. */
@TestComponent
class FilingCabinet {

  private static final Pattern ONE = Pattern.compile("/clients/[0-9a-f-]+/documents/([0-9a-f-]{36})\"");

  record Entry(String action, String detail) {}

  private final FrontDoor door;
  private final Constituents constituents;
  private final JdbcClient db;

  FilingCabinet(FrontDoor door, Constituents constituents, JdbcClient db) {
    this.door = door;
    this.constituents = constituents;
    this.db = db;
  }

  PartyId client() {
    return constituents.add(NewClient.person("نورة بنت فهد الدوسري", "staff"));
  }

  /** @param fields names and values in turn, beside a kind unless they name one */
  MvcTestResult add(Role role, PartyId client, Map<String, byte[]> files, String... fields) {
    return door.as(role).upload("/clients/" + client + "/documents", "file", files, withKind(fields));
  }

  /** The only document it makes; fails if the form comes back. */
  DocumentId add(PartyId client, String name, byte[] file, String... fields) {
    return add(Role.CASE_WORKER, client, name, file, fields);
  }

  DocumentId add(Role role, PartyId client, String name, byte[] file, String... fields) {
    var answer = add(role, client, Map.of(name, file), fields);
    if (answer.getResponse().getStatus() != 302) {
      throw new AssertionError("not added: " + answer.getResponse().getStatus() + mistakes(answer));
    }
    return db.sql("select id::text from constituents.document where party_id = ? order by id desc limit 1").param(client.value()).query(String.class).optional()
        .map(DocumentId::of).orElseThrow();
  }

  private static String[] withKind(String... fields) {
    if (List.of(fields).contains("kind")) {
      return fields;
    }
    var all = java.util.Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "kind";
    all[fields.length + 1] = "other";
    return all;
  }

  Browser as(Role role) {
    return door.as(role);
  }

  MvcTestResult download(Role role, PartyId client, DocumentId document) {
    return door.as(role).get(path(client, document) + "/file");
  }

  static String path(PartyId client, DocumentId document) {
    return "/clients/" + client + "/documents/" + document;
  }

  String profile(Role role, PartyId client) {
    return Browser.body(door.as(role).get("/clients/" + client));
  }

  static List<String> mistakes(MvcTestResult answer) {
    return Pattern.compile("class=\"err[^>]*>([^<]*)").matcher(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)).results()
        .map(found -> found.group(1)).toList();
  }

  static List<String> named(String page) {
    return ONE.matcher(page).results().map(found -> found.group(1)).distinct().toList();
  }

  List<Entry> audit(PartyId client) {
    return db.sql("select action, detail::text from access.audit_entry where subject = ? and action like 'client.document.%' order by seq")
        .param(client.toString()).query(Entry.class).list();
  }

  String sha256(DocumentId document) {
    return db.sql("select sha256 from constituents.document where id = ?").param(document.value()).query(String.class).single();
  }

  long count(PartyId client) {
    return db.sql("select count(*) from constituents.document where party_id = ?").param(client.value()).query(Long.class).single();
  }
}
