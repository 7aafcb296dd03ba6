package org.silah.constituents.imports;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.silah.web.Pages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** Files come in at one address only, by way of the disk, and what is too large is refused before it is read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class ImportUploads {

  private static final String PATH = "/imports";
  private static final int IN_MEMORY = 64 * 1024;
  /** What the rest of a form may take. */
  private static final long BESIDE_THE_FILE = 1 << 20;

  @Bean
  MultipartConfigElement uploads(Limits limits) {
    return new MultipartConfigElement("", -1, largest(limits), IN_MEMORY);
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

  private static long largest(Limits limits) {
    return limits.csv().toBytes() + BESIDE_THE_FILE;
  }

  /** Before anything looks for a form's fields: that would read all of it. */
  @Component
  @Order(Ordered.HIGHEST_PRECEDENCE + 30)
  static class Gate extends OncePerRequestFilter {

    private final Limits limits;

    Gate(Limits limits) {
      this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
      var type = request.getContentType();
      boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
      long announced = request.getContentLengthLong();
      if (upload && announced < 0) {
        response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
      } else if (upload && announced > (request.getRequestURI().equals(PATH) ? largest(limits) : BESIDE_THE_FILE)) {
        request.setAttribute(Pages.SENTENCE, new ImportRefused("too-large", limits.csv().toMegabytes()));
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      } else {
        chain.doFilter(request, response);
      }
    }
  }
}
