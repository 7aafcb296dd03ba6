package org.silah.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Page} of a request: its language and theme are the visitor's, kept in two cookies. */
@Component
public class Pages {

  /** A request attribute: the message key of the sentence, or the broken rule, that an error page shall tell instead of the usual. */
  public static final String SENTENCE = Pages.class.getName() + ".sentence";

  static final String LANGUAGE = "language";
  static final String THEME = "theme";
  private static final String MADE = Pages.class.getName() + ".made";
  private static final String READER = Pages.class.getName() + ".reader";

  private final Texts texts;
  private final List<MenuItem> menu;
  private final ObjectProvider<Supplier<Page.Brand>> brand;
  private final java.time.Clock clock;

  Pages(Texts texts, List<MenuItem> menu, ObjectProvider<Supplier<Page.Brand>> brand, java.time.Clock clock) {
    this.texts = texts;
    this.menu = menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
    this.brand = brand;
    this.clock = clock;
  }

  /** The same one each time it is asked for while a request is answered. */
  public Page of(HttpServletRequest request) {
    var visitor = request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor known ? known : Visitor.NOBODY;
    if (request.getAttribute(MADE) instanceof Page made && made.request() == request && made.visitor() == visitor
        && made.language() == language(request)) {
      return made;
    }
    var page = make(request, visitor);
    request.setAttribute(MADE, page);
    return page;
  }

  private Page make(HttpServletRequest request, Visitor visitor) {
    var shown = menu.stream().filter(item -> visitor.may("GET", item.path())).toList();
    var charity = brand.getObject().get();
    return new Page(texts.in(language(request)), theme(request), visitor, shown, charity, new Page.Clock(clock, charity.zone()), request);
  }

  public Words words(HttpServletRequest request) {
    return texts.in(language(request));
  }

  public Words in(Language language) {
    return texts.in(language);
  }

  /** From now on this browser reads {@code language}. */
  public static void keep(Language language, HttpServletResponse response) {
    keep(LANGUAGE, language.code(), response);
  }

  static void keep(String name, String value, HttpServletResponse response) {
    var cookie = ResponseCookie.from(name, value).path("/").maxAge(Duration.ofDays(365)).httpOnly(true).sameSite("Lax").build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /** Answers this request in {@code language} unless the browser was told otherwise: for a page whose reader we know. */
  public static void prefer(Language language, HttpServletRequest request) {
    request.setAttribute(READER, language);
  }

  public static Language language(HttpServletRequest request) {
    return cookie(request, LANGUAGE).flatMap(Language::of).orElseGet(() -> preferred(request));
  }

  private static Language preferred(HttpServletRequest request) {
    if (request.getAttribute(READER) instanceof Language known) {
      return known;
    }
    if (request.getHeader("Accept-Language") == null) {
      return Language.AR;
    }
    for (var locale : (Iterable<Locale>) () -> request.getLocales().asIterator()) {
      var known = Language.of(locale.getLanguage());
      if (known.isPresent()) {
        return known.get();
      }
    }
    return Language.AR;
  }

  private static String theme(HttpServletRequest request) {
    return cookie(request, THEME).filter(value -> value.equals("light") || value.equals("dark")).orElse("auto");
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
  }
}
