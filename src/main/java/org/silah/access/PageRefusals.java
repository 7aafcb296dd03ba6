package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.silah.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** How pages say no: to the sign-in and back again, to the new password, or with a sentence. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final String FORBIDDEN_FORM = "web.error.stale-form";

  private final Routes routes;

  PageRefusals(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
    if (request.getHeader("HX-Request") != null) {
      // a part of a page cannot hold the sign-in: the whole window goes there
      response.setHeader("HX-Redirect", signIn(pathOf(request.getHeader("HX-Current-URL"))));
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    var query = request.getQueryString();
    var wanted = request.getMethod().equals("GET") ? request.getRequestURI() + (query == null ? "" : "?" + query) : null;
    response.sendRedirect(signIn(wanted));
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
    if (e instanceof CsrfException) {
      request.setAttribute(Pages.SENTENCE, FORBIDDEN_FORM);
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else if (mustChangePassword()) {
      response.sendRedirect("/account");
    } else {
      refuse(request, response);
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var methods = routes.methods(request.getRequestURI());
    if (methods.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (routes.find(request.getMethod(), request.getRequestURI()).isEmpty()) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  private static boolean mustChangePassword() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof StaffPrincipal staff && staff.mustChangePassword();
  }

  private static @Nullable String pathOf(@Nullable String address) {
    try {
      var uri = address == null ? null : URI.create(address);
      return uri == null ? null : uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static String signIn(@Nullable String wanted) {
    return wanted == null || wanted.equals("/") ? "/sign-in" : "/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
  }
}
