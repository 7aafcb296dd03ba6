package org.silah.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Files come in only at an {@link UploadPlace}, by way of the disk, and what is too large is refused before it is read. */
@Configuration(proxyBeanMethods = false)
class Uploads {

  private static final int IN_MEMORY = 64 * 1024;
  /** What the rest of a form may take. */
  private static final long BESIDE_THE_FILE = 1 << 20;

  @Bean
  MultipartConfigElement multipart(List<UploadPlace> places) {
    return new MultipartConfigElement("", -1, places.stream().mapToLong(UploadPlace::largest).max().orElse(0) + BESIDE_THE_FILE, IN_MEMORY);
  }

  /** The page of an error does not read what was refused. */
  @Bean
  MultipartResolver multipartResolver() {
    return new StandardServletMultipartResolver() {
      @Override
      public boolean isMultipart(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST && super.isMultipart(request);
      }
    };
  }

  /** Before anything looks for a form's fields: that would read all of it. */
  @Component
  @Order(Ordered.HIGHEST_PRECEDENCE + 30)
  static class Gate extends OncePerRequestFilter {

    private final List<UploadPlace> places;

    Gate(List<UploadPlace> places) {
      this.places = places;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
      var type = request.getContentType();
      boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
      long announced = request.getContentLengthLong();
      if (upload && announced < 0) {
        response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        return;
      }
      var place = places.stream().filter(one -> one.takes(request)).findFirst();
      if (upload && announced > place.map(UploadPlace::largest).orElse(0L) + BESIDE_THE_FILE) {
        place.ifPresent(one -> request.setAttribute(Pages.SENTENCE, one.tooLarge().get()));
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        return;
      }
      chain.doFilter(request, response);
    }
  }
}
