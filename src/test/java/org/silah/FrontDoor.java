package org.silah;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Lets staff of each role in, once, with a password as in life. */
@TestComponent
public class FrontDoor {

  private final StaffMembers staff;
  private final PasswordEncoder passwords;
  private final MockMvcTester web;
  private final Map<Role, Browser> inside = new ConcurrentHashMap<>();

  public FrontDoor(StaffMembers staff, PasswordEncoder passwords, MockMvcTester web) {
    this.staff = staff;
    this.passwords = passwords;
    this.web = web;
  }

  /** In English. */
  public Browser as(Role role) {
    return inside.computeIfAbsent(role, this::signIn).copy();
  }

  /** Of a downloaded list, its header first. */
  public static List<List<String>> rows(String export) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var csv = CsvReader.builder().ofCsvRecord(export.substring(1))) {
      csv.forEach(row -> rows.add(row.getFields()));
    }
    return rows;
  }

  /** A list as someone of that role and language downloads it. */
  public String export(Role role, String language, String address) {
    var member = as(role);
    member.setCookie("language", language);
    return Browser.body(member.get(address));
  }

  private Browser signIn(Role role) {
    var username = "front-" + role.code();
    if (staff.named(username).isEmpty()) {
      staff.add(username, "موظف", "Staff", null, Set.of(role), passwords.encode("a long enough password"), false);
    }
    var browser = new Browser(web).signIn(username, "a long enough password");
    browser.setCookie("language", "en");
    return browser;
  }
}
