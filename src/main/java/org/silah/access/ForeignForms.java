package org.silah.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what another site makes a browser send to us. The form's token would as well; this is the wall behind it. */
class ForeignForms extends OncePerRequestFilter {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Routes routes;
  private final Institutions institutions;
  private final AccessDeniedHandler refusals;

  ForeignForms(Routes routes, Institutions institutions, AccessDeniedHandler refusals) {
    this.routes = routes;
    this.institutions = institutions;
    this.refusals = refusals;
  }

  /** Whether the table lets programs of others post here. */
  static boolean invited(Routes routes, HttpServletRequest request) {
    return routes.find(request.getMethod(), request.getRequestURI()).filter(route -> route.who().contains(Routes.OUTSIDE)).isPresent();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (HARMLESS.contains(request.getMethod()) || invited(routes, request) || own(request)) {
      chain.doFilter(request, response);
    } else {
      refusals.handle(request, response, new AccessDeniedException("sent by another site"));
    }
  }

  /** Browsers over plain http say only Origin, and very old ones not even that. */
  private boolean own(HttpServletRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OWN.contains(site);
    }
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || own(authority(origin), request.getHeader(HttpHeaders.HOST));
  }

  private boolean own(@Nullable String authority, @Nullable String host) {
    return authority != null && (authority.equalsIgnoreCase(host) || authority.equalsIgnoreCase(institutions.charity().publicUrl().getAuthority()));
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }
}
