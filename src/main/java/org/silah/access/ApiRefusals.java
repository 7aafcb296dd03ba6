package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.silah.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** How the API says no: without a key 401, with one that may not 403, and only then whether there is such a thing at all. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final Problems problems;
  private final Routes routes;

  ApiRefusals(Problems problems, Routes routes) {
    this.problems = problems;
    this.routes = routes;
  }

  @Override
  public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e) throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"silah\"");
    problems.write(request, response, HttpStatus.UNAUTHORIZED);
  }

  @Override
  public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
    var route = routes.find(request.getMethod(), request.getRequestURI());
    if (route.isPresent()) {
      var needed = e instanceof ScopeMissing missing ? missing.scope : String.join(" ", route.get().who());
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"silah\", error=\"insufficient_scope\", scope=\"" + needed + "\"");
      problems.write(request, response, HttpStatus.FORBIDDEN);
      return;
    }
    var methods = routes.methods(request.getRequestURI());
    if (methods.isEmpty()) {
      problems.write(request, response, HttpStatus.NOT_FOUND);
    } else {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
      problems.write(request, response, HttpStatus.METHOD_NOT_ALLOWED);
    }
  }
}
