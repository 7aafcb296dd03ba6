package org.silah.giving;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.silah.access.Browser;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where staff sit, one of each role, signed in and reading English. */
@TestComponent
class Desk {

  private static final String PASSWORD = "a long enough password";

  private final StaffMembers staff;
  private final PasswordEncoder passwords;
  private final MockMvcTester web;
  private final Map<Role, Browser> browsers = new ConcurrentHashMap<>();

  Desk(StaffMembers staff, PasswordEncoder passwords, MockMvcTester web) {
    this.staff = staff;
    this.passwords = passwords;
    this.web = web;
  }

  MvcTestResult open(Role role, String address) {
    return browser(role).get(address);
  }

  /** @param fields names and values by turns */
  MvcTestResult send(Role role, String address, String... fields) {
    return browser(role).post(address, fields);
  }

  private Browser browser(Role role) {
    return browsers.computeIfAbsent(role, this::signIn);
  }

  private Browser signIn(Role role) {
    var username = "desk-" + role.code();
    if (staff.named(username).isEmpty()) {
      staff.add(username, "موظف", "Staff", null, Set.of(role), passwords.encode(PASSWORD), false);
    }
    var browser = new Browser(web);
    browser.setCookie("language", "en");
    return browser.signIn(username, PASSWORD);
  }
}
