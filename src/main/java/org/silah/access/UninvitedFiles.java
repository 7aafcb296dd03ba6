package org.silah.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looking for a form's token brings every file of the form onto the server's disk. So whoever may not use the address at all is
 * refused before.
 */
class UninvitedFiles extends OncePerRequestFilter {

  private final Routes routes;
  private final PageRefusals refusals;

  UninvitedFiles(Routes routes, PageRefusals refusals) {
    this.routes = routes;
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var visitor = SecurityContextHolder.getContext().getAuthentication();
    var route = routes.find(request.getMethod(), request.getRequestURI());
    if (route.isPresent() && (route.get().open() || RouteGuard.held(visitor, route.get()))) {
      chain.doFilter(request, response);
    } else if (visitor == null) {
      refusals.commence(request, response, new InsufficientAuthenticationException("files of nobody"));
    } else {
      refusals.handle(request, response, new AccessDeniedException("files of somebody who may not"));
    }
  }
}
