package org.silah;

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
