package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Who does not see a client meets it nowhere. Before a page or a program's request is looked at, each id in its address is; what is out of
 * sight is answered as what is not there at all, whatever else is wrong with the request. For whoever sees the whole charity nothing is asked.
 */
@Component
class SightGuard implements HandlerInterceptor, WebMvcConfigurer {

  /** {@code clients/{id}}: a word, and the name of the variable behind it. */
  static final Pattern PLACE = Pattern.compile("([a-z-]+)/\\{([^/}]+)}");

  private final Sights sights;
  private final Map<String, Hidden> byWord = new HashMap<>();

  SightGuard(Sights sights, List<Hidden> kinds) {
    this.sights = sights;
    kinds.forEach(kind -> kind.words().forEach(word -> byWord.put(word, kind)));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  /** What stands before an id of something that may be out of sight. */
  java.util.Set<String> words() {
    return byWord.keySet();
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!sights.current().isWhole() && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
      var places = PLACE.matcher(pattern);
      while (places.find()) {
        check(byWord.get(places.group(1)), variable(request, places.group(2)));
      }
    }
    return true;
  }

  private static void check(Hidden kind, Optional<UUID> id) {
    if (kind != null && id.isPresent() && !kind.isInSight(id.get())) {
      throw new NoSuchElementException();
    }
  }

  /** Nothing for what is no id: then there is nothing to see, and the page says so itself. */
  private static Optional<UUID> variable(HttpServletRequest request, String name) {
    try {
      return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
          ? Optional.ofNullable(variables.get(name)).map(Object::toString).map(UUID::fromString) : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
