package org.silah.constituents;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.silah.access.ApiKeys;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.Scope;
import org.silah.access.StaffMembers;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where Maha registers clients, in Arabic or English, and where a program with a key comes in. */
@TestComponent
public class Registry {

  private static final String PASSWORD = "نخلة على ساحل هادئ";

  private final MockMvcTester web;
  private final StaffMembers staff;
  private final PasswordEncoder passwords;
  private final ApiKeys keys;
  private final JdbcClient db;
  private Browser maha;
  private String key;

  Registry(MockMvcTester web, StaffMembers staff, PasswordEncoder passwords, ApiKeys keys, JdbcClient db) {
    this.web = web;
    this.staff = staff;
    this.passwords = passwords;
    this.keys = keys;
    this.db = db;
  }

  public MvcTestResult open(String path) {
    return maha().get(path);
  }

  /** @param fields names and values in turn */
  public MvcTestResult send(String path, String... fields) {
    return maha().post(path, fields);
  }

  /** A new client by the form; fails if the form comes back. */
  public PartyId add(String... fields) {
    var answer = send("/clients", fields);
    var place = answer.getResponse().getRedirectedUrl();
    if (place == null) {
      throw new AssertionError("not added: " + answer.getResponse().getStatus() + " " + text(answer).lines().filter(line -> line.contains("class=\"err\"")).toList());
    }
    return PartyId.of(place.substring("/clients/".length()));
  }

  public List<String> search(String typed) {
    return JsonPath.read(text(api(HttpMethod.GET, "/api/v1/search?limit=50&q=" + encoded(typed), null)), "$.items[*].id");
  }

  public MvcTestResult api(HttpMethod method, String path, String json) {
    var request = web.method(method).uri(URI.create(path)).header("Authorization", "Bearer " + key());
    return (json == null ? request : request.contentType(MediaType.APPLICATION_JSON).content(json)).exchange();
  }

  /** As a browser writes it into an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  record Entry(String action, String detail) {}

  List<Entry> audit(PartyId client) {
    return db.sql("select action, detail::text from access.audit_entry where subject = ? order by seq").param(client.toString()).query(Entry.class).list();
  }

  public List<Map<String, Object>> rows(String sql, Object... params) {
    return db.sql(sql).params(params).query().listOfRows();
  }

  Browser maha() {
    if (maha == null) {
      if (staff.named("maha-registry").isEmpty()) {
        staff.add("maha-registry", "مها الزهراني", "Maha Alzahrani", null, Set.of(Role.REGISTRAR), passwords.encode(PASSWORD), false);
      }
      maha = new Browser(web).signIn("maha-registry", PASSWORD);
    }
    return maha;
  }

  private String key() {
    if (key == null) {
      key = keys.issue("نظام آخر", Set.of(Scope.CLIENTS_READ, Scope.CLIENTS_WRITE, Scope.SEARCH_READ));
    }
    return key;
  }
}
