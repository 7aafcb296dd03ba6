package org.silah.web;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Odd addresses come through to us, so that they are refused in our own words; redirects never repeat the host that a request claims. */
@Component
class WebServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final Texts texts;
  private final JsonMapper json;

  WebServer(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addConnectorCustomizers(connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    server.addContextCustomizers(context -> {
      context.setUseRelativeRedirects(true);
      context.getParent().getPipeline().addValve(new BareErrors(texts, json));
    });
  }
}
