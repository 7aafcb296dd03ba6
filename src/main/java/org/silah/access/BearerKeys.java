package org.silah.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer silah_…}. A key that is shown and is not in force is refused, even where none is needed. */
class BearerKeys extends OncePerRequestFilter {

  private static final String BEARER = "bearer ";

  private final ApiKeys keys;
  private final ApiRefusals refusals;

  BearerKeys(ApiKeys keys, ApiRefusals refusals) {
    this.keys = keys;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (shown != null) {
      var key = shown.toLowerCase(Locale.ROOT).startsWith(BEARER) ? keys.find(shown.substring(BEARER.length()).strip()) : java.util.Optional.<ApiKey>empty();
      if (key.isEmpty()) {
        refusals.commence(request, response, new BadCredentialsException("no such key"));
        return;
      }
      SecurityContextHolder.setContext(new SecurityContextImpl(
          UsernamePasswordAuthenticationToken.authenticated(ApiKeyPrincipal.of(key.get()), null, List.of())));
    }
    chain.doFilter(request, response);
  }
}
