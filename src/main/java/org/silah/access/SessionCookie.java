package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The session's cookie. Over https its name says that no other site of the domain can have set it. Lax, because people arrive
 * by links in mails; what changes something asks for a form's token besides.
 */
@Component
class SessionCookie implements CookieSerializer {

  static final String PLAIN = "silah-session";
  static final String SECRET = "__Host-silah-session";

  private final Https https;
  private final CookieSerializer plain = cookie(PLAIN, false);
  private final CookieSerializer secret = cookie(SECRET, true);

  SessionCookie(Https https) {
    this.https = https;
  }

  @Override
  public void writeCookieValue(CookieValue value) {
    of(value.getRequest()).writeCookieValue(value);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return of(request).readCookieValues(request);
  }

  private CookieSerializer of(HttpServletRequest request) {
    return https.of(request) ? secret : plain;
  }

  private static CookieSerializer cookie(String name, boolean secure) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(secure);
    cookie.setSameSite("Lax");
    return cookie;
  }
}
