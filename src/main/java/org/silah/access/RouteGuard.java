package org.silah.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Asks the table of routes, before anything else of a request is looked at. */
class RouteGuard implements AuthorizationManager<RequestAuthorizationContext> {

  private final Routes routes;

  RouteGuard(Routes routes) {
    this.routes = routes;
  }

  @Override
  public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> visitor, RequestAuthorizationContext context) {
    var request = context.getRequest();
    var route = routes.find(request.getMethod(), request.getRequestURI());
    // who asks is not even looked up where everyone may: a style sheet needs no session
    return new AuthorizationDecision(route.isPresent() && (route.get().open() || held(visitor.get(), route.get())));
  }

  static boolean held(@Nullable Authentication visitor, Routes.Route route) {
    return visitor != null && visitor.getPrincipal() instanceof Principal principal && principal.held().stream().anyMatch(route.who()::contains);
  }
}
