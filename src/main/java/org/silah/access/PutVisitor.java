package org.silah.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.silah.web.Visitor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the pages who is looking. */
class PutVisitor extends OncePerRequestFilter {

  private final Routes routes;

  PutVisitor(Routes routes) {
    this.routes = routes;
  }

  /** Whoever looks at a style sheet is not asked for: it would cost a query. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/static/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof StaffPrincipal staff) {
      request.setAttribute(Visitor.ATTRIBUTE, staff.visitor(routes));
    }
    chain.doFilter(request, response);
  }
}
