package org.silah.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Renders {@code src/main/jte}. The build turns each template into a class of the module it belongs to,
 * so a template may use package-private records and is held to the module's borders like any other class.
 */
@Component
class JteViews implements ViewResolver, Ordered {

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.silah");
  private final Pages pages;

  JteViews(Pages pages) {
    this.pages = pages;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    var template = name + ".jte";
    return templates.hasTemplate(template) ? new JteView(template) : null;
  }

  private class JteView implements View {

    private final String template;

    JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
      var params = new HashMap<String, Object>(model == null ? Map.of() : model);
      params.put("page", pages.of(request));
      params.keySet().retainAll(templates.getParamInfo(template).keySet());
      var html = new Utf8ByteOutput();
      templates.render(template, params, html);
      response.setContentType(getContentType());
      if (response.getHeader("Cache-Control") == null) {
        response.setHeader("Cache-Control", "no-store");
      }
      response.setContentLength(html.getContentLength());
      var whole = new ByteArrayOutputStream(html.getContentLength());
      html.writeTo(whole);
      whole.writeTo(response.getOutputStream()); // at once: every write passes through the wrappers of all filters
    }
  }
}
