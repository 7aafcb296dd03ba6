package org.silah.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Styles, scripts, fonts. A browser asks again after a while whether its copy is still the same by its content, since a jar has no dates. */
@Component
class StaticFiles implements WebMvcConfigurer {

  private static final Duration TRUSTED = Duration.ofMinutes(10);

  private final Map<String, String> tags = new ConcurrentHashMap<>();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler("/static/**")
        .addResourceLocations("classpath:/static/")
        .setUseLastModified(false)
        .setEtagGenerator(this::tag)
        .setCacheControl(CacheControl.maxAge(TRUSTED).mustRevalidate());
  }

  private String tag(Resource file) {
    return tags.computeIfAbsent(file.getDescription(), _ -> content(file));
  }

  private static String content(Resource file) {
    try (var bytes = file.getInputStream()) {
      return "\"" + DigestUtils.md5DigestAsHex(bytes) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
