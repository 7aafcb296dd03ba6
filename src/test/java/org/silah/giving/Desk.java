package org.silah.giving;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.silah.access.Role;
import org.silah.access.StaffMembers;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Where staff sit: each signed in with a password, as in life. */
@TestComponent
class Desk {

  private final StaffMembers staff;
  private final PasswordEncoder passwords;
  private final MockMvcTester web;
  private final Map<Role, Cookie> sessions = new ConcurrentHashMap<>();

  Desk(StaffMembers staff, PasswordEncoder passwords, MockMvcTester web) {
    this.staff = staff;
    this.passwords = passwords;
    this.web = web;
  }

  MvcTestResult open(Role role, String address) {
    return web.get().uri(java.net.URI.create(address)).cookie(session(role), new Cookie("language", "en")).exchange();
  }

  /** @param fields names and values by turns */
  MvcTestResult send(Role role, String address, String... fields) {
    var post = web.post().uri(address).with(csrf()).cookie(session(role), new Cookie("language", "en"));
    for (int i = 0; i < fields.length; i += 2) {
      post = post.param(fields[i], fields[i + 1]);
    }
    return post.exchange();
  }

  private Cookie session(Role role) {
    return sessions.computeIfAbsent(role, this::signIn);
  }

  private Cookie signIn(Role role) {
    var username = "desk-" + role.code();
    if (staff.named(username).isEmpty()) {
      staff.add(username, "موظف", "Staff", null, Set.of(role), passwords.encode("a long enough password"), false);
    }
    var answer = web.post().uri("/sign-in").with(csrf()).param("username", username).param("password", "a long enough password").exchange();
    return answer.getResponse().getCookie("SESSION");
  }
}
