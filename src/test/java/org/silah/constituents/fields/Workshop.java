package org.silah.constituents.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.silah.FrontDoor;
import org.silah.access.ApiKeys;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.Scope;
import org.silah.constituents.PartyId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where an administrator makes fields and staff and programs fill them. */
@TestComponent
class Workshop {

  private final FrontDoor door;
  private final ApiKeys keys;
  private final MockMvcTester web;
  private final JdbcClient db;
  private final Map<Set<Scope>, String> issued = new ConcurrentHashMap<>();

  Workshop(FrontDoor door, ApiKeys keys, MockMvcTester web, JdbcClient db) {
    this.door = door;
    this.keys = keys;
    this.web = web;
    this.db = db;
  }

  Browser as(Role role) {
    return door.as(role);
  }

  /** In Arabic. */
  Browser inArabic(Role role) {
    var browser = door.as(role);
    browser.setCookie("language", "ar");
    return browser;
  }

  /** A field of persons in the group of personal facts, unless {@code more} says otherwise. */
  void field(String code, String type, String... more) {
    assertThat(tryField(code, type, more)).as(code).hasStatus(302);
  }

  MvcTestResult tryField(String code, String type, String... more) {
    var sent = new ArrayList<>(List.of("code", code, "type", type));
    sent.addAll(Arrays.asList(more));
    for (var usual : Map.of("labelAr", "حقل " + code, "labelEn", "Field " + code, "kinds", "person", "group", "personal", "need", "never").entrySet()) {
      if (!Arrays.asList(more).contains(usual.getKey())) {
        sent.addAll(List.of(usual.getKey(), usual.getValue()));
      }
    }
    return as(Role.ADMINISTRATOR).post("/settings/fields", sent.toArray(String[]::new));
  }

  /** @param more names and values in turn */
  PartyId client(String name, String... more) {
    var sent = new ArrayList<>(List.of("kind", "person", "name", name, "confirmed", "yes"));
    sent.addAll(Arrays.asList(more));
    var answer = as(Role.REGISTRAR).post("/clients", sent.toArray(String[]::new));
    var place = answer.getResponse().getRedirectedUrl();
    assertThat(place).as(String.join(" ", mistakes(answer))).isNotNull();
    return PartyId.of(place.substring("/clients/".length()));
  }

  static String form(PartyId client, String group) {
    return "/clients/" + client + "/groups/" + group + "/fields";
  }

  MvcTestResult save(Role role, PartyId client, String... boxes) {
    return as(role).post(form(client, "personal"), boxes);
  }

  void saved(PartyId client, String... boxes) {
    var answer = save(Role.REGISTRAR, client, boxes);
    assertThat(answer).as(String.join(" ", mistakes(answer))).hasStatus(302);
  }

  String profile(Role role, PartyId client) {
    return Browser.body(as(role).get("/clients/" + client));
  }

  static List<String> mistakes(MvcTestResult answer) {
    return Pattern.compile("class=\"err[^>]*>([^<]*)").matcher(Browser.body(answer)).results().map(found -> found.group(1)).toList();
  }

  MvcTestResult api(HttpMethod method, String path, String json, Scope... scopes) {
    var held = scopes.length == 0 ? Set.of(Scope.CLIENTS_READ, Scope.CLIENTS_WRITE, Scope.SEARCH_READ) : Set.of(scopes);
    var key = issued.computeIfAbsent(held, all -> keys.issue("برنامج", all));
    var request = web.method(method).uri(URI.create(path)).header("Authorization", "Bearer " + key);
    return (json == null ? request : request.contentType(MediaType.APPLICATION_JSON).content(json)).exchange();
  }

  <T> T read(MvcTestResult answer, String path) {
    return JsonPath.read(Browser.body(answer), path);
  }

  List<String> audit(String subject) {
    return db.sql("select action || ' ' || detail::text from access.audit_entry where subject = ? order by seq").param(subject).query(String.class).list();
  }

  long number(PartyId client) {
    return db.sql("select file_number from constituents.party where id = ?").param(client.value()).query(Long.class).single();
  }

  List<Map<String, Object>> rows(String sql, Object... params) {
    return db.sql(sql).params(params).query().listOfRows();
  }
}
