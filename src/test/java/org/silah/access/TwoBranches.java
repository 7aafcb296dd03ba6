package org.silah.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A charity in Riyadh and Jeddah: who sees all of it, who sees Jeddah alone, and a client with a gift, thanks and a list in each. */
@TestComponent
public class TwoBranches {

  private static final String PASSWORD = "نخلة على ساحل هادئ";

  private final Branches branches;
  private final StaffMembers staff;
  private final PasswordEncoder passwords;
  private final ApiKeys keys;
  private final MockMvcTester web;
  private final JdbcClient db;

  TwoBranches(Branches branches, StaffMembers staff, PasswordEncoder passwords, ApiKeys keys, MockMvcTester web, JdbcClient db) {
    this.branches = branches;
    this.staff = staff;
    this.passwords = passwords;
    this.keys = keys;
    this.web = web;
    this.db = db;
  }

  /** What a branch has. */
  public record Things(UUID client, UUID gift, UUID message, UUID list, UUID merge) {

    static Things nobodys() {
      return new Things(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    Things of(UUID client) {
      return new Things(client, gift, message, list, merge);
    }
  }

  public Branch jeddah() {
    return branches.called("jeddah").orElseGet(() -> branches.add("jeddah", "جدة", "Jeddah"));
  }

  public Branch riyadh() {
    return branches.called("riyadh").orElseGet(() -> branches.add("riyadh", "الرياض", "Riyadh"));
  }

  public Browser whole(Role role) {
    return browser("whole-" + role.code().replace('_', '-'), role, Sight.wholeFrom(riyadh().id()));
  }

  public Browser inJeddah(Role role) {
    return browser("jeddah-" + role.code().replace('_', '-'), role, Sight.of(jeddah().id()));
  }

  public Staff member(Role role) {
    return staff.named("jeddah-" + role.code().replace('_', '-')).orElseThrow();
  }

  public String keyOfJeddah(Scope... scopes) {
    return keys.issue("jeddah", Set.of(scopes), Sight.of(jeddah().id()));
  }

  public UUID client(Branch branch, String name, String... fields) {
    var all = new ArrayList<>(List.of("kind", "person", "name", name, "branch", branch.id().toString(), "confirmed", "yes"));
    all.addAll(Arrays.asList(fields));
    return idBehind(whole(Role.REGISTRAR).post("/clients", all.toArray(String[]::new)));
  }

  public UUID gift(UUID client, String amount) {
    var desk = whole(Role.DONOR_RELATIONS);
    desk.get("/gifts/new");
    var answer = desk.post("/gifts", "giver", client.toString(), "giver-text", "", "amount", amount, "currency", "SAR", "given_on", "2026-11-01",
        "purpose", "zakat", "channel", "cash", "designation", "");
    if (answer.getResponse().getStatus() != 302) {
      throw new AssertionError(Browser.body(answer));
    }
    return db.sql("select id from giving.gift where party_id = ? order by id desc limit 1").param(client).query(UUID.class).single();
  }

  public UUID list(Browser by, Branch branch, String list) {
    by.get("/imports");
    return idBehind(by.upload("/imports", "file", "list.csv", list.getBytes(StandardCharsets.UTF_8), "kind", "clients", "branch", branch.id().toString()));
  }

  /** @param word in the names of what is made */
  public Things things(Branch branch, String word) {
    var client = client(branch, word + " الخفي", "email", word.hashCode() + "@people.example", "phone", "05" + (10_000_000 + Math.abs(word.hashCode()) % 80_000_000));
    var gift = gift(client, "731");
    var message = db.sql("select id from dialogue.message where party_id = ?").param(client).query(UUID.class).single();
    var list = list(whole(Role.REGISTRAR), branch, "الاسم,الجوال\n" + word + " من القائمة,0500000000\n");
    return new Things(client, gift, message, list, merge(client, client(branch, word + " مكررًا")));
  }

  private UUID merge(UUID kept, UUID gone) {
    var registrar = whole(Role.REGISTRAR);
    var page = Browser.body(registrar.get("/merges/new?client=" + kept + "&client=" + gone));
    var version = page.replaceFirst("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
    registrar.post("/merges", "client", kept.toString(), "client", gone.toString(), "kept", kept.toString(), "version", version);
    return db.sql("select id from constituents.merge where gone_id = ?").param(gone).query(UUID.class).single();
  }

  public static UUID idBehind(MvcTestResult answer) {
    var place = answer.getResponse().getRedirectedUrl();
    if (place == null) {
      throw new AssertionError(answer.getResponse().getStatus() + " " + Browser.body(answer));
    }
    return idBehind(place);
  }

  public static UUID idBehind(String place) {
    return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
  }

  private Browser browser(String username, Role role, Sight sight) {
    if (staff.named(username).isEmpty()) {
      var added = staff.add(username, "موظف", "Staff", null, Set.of(role), passwords.encode(PASSWORD), false);
      staff.see(added.id(), sight);
    }
    var browser = new Browser(web);
    browser.setCookie("language", "en");
    browser.signIn(username, PASSWORD);
    browser.get("/account");
    return browser;
  }
}
