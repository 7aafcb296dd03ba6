package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.silah.kernel.Ids;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Username and password. A wrong name costs as long as a wrong password, so that names cannot be fished for. */
@Controller
class SignIn implements AuthenticationProvider, AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private final StaffMembers staff;
  private final PasswordEncoder passwords;
  private final Audit audit;
  private final String nobodysHash;

  SignIn(StaffMembers staff, PasswordEncoder passwords, Audit audit) {
    this.staff = staff;
    this.passwords = passwords;
    this.audit = audit;
    this.nobodysHash = passwords.encode(Ids.next().toString());
  }

  @GetMapping("/sign-in")
  String show(@RequestParam(required = false) String failed, Model model) {
    model.addAttribute("failed", failed != null);
    return "access/sign-in";
  }

  @Override
  public Authentication authenticate(Authentication tried) {
    var found = staff.named(tried.getName()).filter(member -> !member.disabled());
    var hash = found.flatMap(member -> staff.passwordHash(member.id())).orElse(nobodysHash);
    if (!passwords.matches(String.valueOf(tried.getCredentials()), hash) || found.isEmpty()) {
      throw new BadCredentialsException("wrong");
    }
    return Security.signedIn(StaffPrincipal.of(found.get()));
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  @Override
  public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    audit.record("session.start", "staff", ((StaffPrincipal) authentication.getPrincipal()).id(), Map.of());
    response.sendRedirect("/");
  }

  @Override
  public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    response.sendRedirect("/sign-in?failed");
  }
}
