package org.silah.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what is refused before any filter, such as an address that is no HTTP, where Tomcat would write a page of its own.
 * Nothing is known of the reader then, so both languages are said; a browser writes its addresses right, so whoever wrote one
 * of which not even the path can be read is a program.
 */
final class BareErrors extends ErrorReportValve {

  private final Texts texts;
  private final JsonMapper json;

  BareErrors(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable cause) {
    var status = HttpStatus.resolve(response.getStatus());
    if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      var path = request.getRequestURI();
      if (path == null || Problems.concern(path)) {
        write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, json.writeValueAsBytes(Problems.problem(status, sentences(status))));
      } else {
        write(response, "text/html;charset=UTF-8", page(status).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException gone) {
      // whoever asked no longer listens
    }
  }

  private String page(HttpStatus status) {
    return """
        <!doctype html>
        <html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>%d</title></head>
        <body><p>%s</p><p lang="en" dir="ltr">%s</p></body></html>
        """.formatted(status.value(), sentence(Language.AR, status), sentence(Language.EN, status));
  }

  private String sentence(Language language, HttpStatus status) {
    var words = texts.in(language);
    var key = "web.error." + status.value();
    return words.get(words.has(key) && status != HttpStatus.INTERNAL_SERVER_ERROR ? key : "web.error.400");
  }

  private String sentences(HttpStatus status) {
    return sentence(Language.AR, status) + " " + sentence(Language.EN, status);
  }

  private static void write(Response response, String type, byte[] body) throws IOException {
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.finishResponse();
  }
}
