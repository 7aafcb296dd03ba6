package org.silah.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What every template needs to know of the request it answers; handed to each as {@code page}. */
public record Page(
    Words words, String theme, Visitor visitor, List<MenuItem> menu, Brand brand, Clock clock, HttpServletRequest request) {

  /** The charity's name in both languages, and its own currency. */
  public record Brand(String nameAr, String nameEn, java.util.Currency currency, ZoneId zone, boolean demonstration) {
    public String name(Language language) {
      return language == Language.AR ? nameAr : nameEn;
    }
  }

  /** Today and now at the charity. */
  public record Clock(java.time.Clock clock, ZoneId zone) {
    public java.time.LocalDate today() {
      return java.time.LocalDate.now(clock.withZone(zone));
    }
  }

  public String t(String key, Object... args) {
    return words.get(key, args);
  }

  public Language language() {
    return words.language();
  }

  public boolean may(String method, String path) {
    return visitor.may(method, path);
  }

  /** Whether every client of the charity is in the reader's sight. */
  public boolean seesAll() {
    return visitor.seesAll();
  }

  public String path() {
    return request.getRequestURI();
  }

  public boolean at(String path) {
    return path().equals(path) || (!path.equals("/") && path().startsWith(path + "/"));
  }

  public String nonce() {
    return ContentSecurity.nonce(request);
  }

  /** False on the page of a request that was refused before anything looked at its form. */
  public boolean takesForms() {
    return request.getAttribute(CsrfToken.class.getName()) != null;
  }

  public String csrfName() {
    return csrf().getParameterName();
  }

  public String csrfToken() {
    return csrf().getToken();
  }

  /** A sentence left by the request that redirected here, such as "the gift is recorded". */
  public @Nullable String notice() {
    var flash = RequestContextUtils.getInputFlashMap(request);
    return flash == null ? null : (String) flash.get("notice");
  }

  /** This page again in the other language or theme: the address that the switches come back to. */
  public String here() {
    if (!request.getMethod().equals("GET") || request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null) {
      return cameFrom();
    }
    var query = request.getQueryString();
    return query == null ? path() : path() + "?" + query;
  }

  /** The page with the form, when this one answers a POST and cannot be asked for again. */
  private String cameFrom() {
    var referer = request.getHeader(HttpHeaders.REFERER);
    return referer == null ? "/" : Redirects.within(referer.replaceFirst("^https?://[^/]*", ""));
  }

  private CsrfToken csrf() {
    return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
  }
}
