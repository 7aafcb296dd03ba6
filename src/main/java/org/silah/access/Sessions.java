package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** The time between signing in and signing out. */
@Component
class Sessions {

  private final SecurityContextRepository contexts;
  private final CsrfTokenRepository tokens;

  Sessions(SecurityContextRepository contexts, FormTokens tokens) {
    this.contexts = contexts;
    this.tokens = tokens;
  }

  /** Begins anew, so that nothing of a session that somebody else may have planted goes on. */
  void begin(Staff staff, HttpServletRequest request, HttpServletResponse response) {
    end(request, response);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(StaffPrincipal.of(staff), null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  void end(HttpServletRequest request, HttpServletResponse response) {
    var old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    SecurityContextHolder.clearContext();
    tokens.saveToken(null, request, response);
  }
}
