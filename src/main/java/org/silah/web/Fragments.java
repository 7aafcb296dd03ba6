package org.silah.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A template's HTML as content of another's: what a panel, a column or a cell of a module hands to a page of a lower one. */
@Component
public class Fragments {

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.silah");

  /** @param template its path without ending, such as {@code segments/pill} */
  public Content of(String template, Map<String, Object> params) {
    return output -> templates.render(template + ".jte", params, output);
  }
}
