package org.silah.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Only our own scripts, styles, fonts and pictures, each page with a nonce of its own: what a client's
 * name or a mail's text smuggles in is not run, and an element without the nonce gets no htmx powers.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ContentSecurity extends OncePerRequestFilter {

  private static final String NONCE = ContentSecurity.class.getName() + ".nonce";
  private static final SecureRandom RANDOM = new SecureRandom();

  static String nonce(HttpServletRequest request) {
    return (String) request.getAttribute(NONCE);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (nonce(request) == null) {
      request.setAttribute(NONCE, newNonce());
    }
    response.setHeader("Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'nonce-" + nonce(request) + "'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "require-trusted-types-for 'script'; trusted-types htmx");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    chain.doFilter(request, response);
  }

  private static String newNonce() {
    var bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}
