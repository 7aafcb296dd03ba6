package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The secret that proves a form to be ours lies in a cookie, so that forms work before anyone has a session. Lax: under Strict
 * a page opened from a mail would get a new secret, and the forms in the other windows would stop working.
 */
@Component
class FormTokens implements CsrfTokenRepository {

  static final String PLAIN = "silah-form";
  static final String SECRET = "__Host-silah-form";

  private final Https https;
  private final CsrfTokenRepository plain = cookie(PLAIN, false);
  private final CsrfTokenRepository secret = cookie(SECRET, true);

  FormTokens(Https https) {
    this.https = https;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return of(request).generateToken(request);
  }

  @Override
  public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    of(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return of(request).loadToken(request);
  }

  private CsrfTokenRepository of(HttpServletRequest request) {
    return https.of(request) ? secret : plain;
  }

  private static CsrfTokenRepository cookie(String name, boolean secure) {
    var repository = new CookieCsrfTokenRepository();
    repository.setCookieName(name);
    repository.setCookieCustomizer(cookie -> cookie.httpOnly(true).secure(secure).path("/").sameSite("Lax"));
    return repository;
  }
}
