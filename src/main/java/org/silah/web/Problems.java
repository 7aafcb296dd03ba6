package org.silah.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@link Problem}s, for the API's own filters too. */
@Component
public class Problems {

  /** Set on a request whose failure is a result: repeating it would end the same way. */
  public static final String RESULT = Problems.class.getName() + ".result";

  private final Pages pages;
  private final JsonMapper json;

  Problems(Pages pages, JsonMapper json) {
    this.pages = pages;
    this.json = json;
  }

  /** Whether a request is a program's: it is then answered with a problem instead of a page. */
  static boolean concern(String path) {
    return path.startsWith("/api/");
  }

  /** Ends the request here. Headers that belong to the status are set by the caller before. */
  public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
    write(response, problem(status, sentence(request, status)));
  }

  /** The same with one thing that is wrong, such as a header. */
  public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String field, String key, Object... args)
      throws IOException {
    var sentence = pages.words(request).get(key, args);
    write(response, new Problem(Problem.PLAIN, status.getReasonPhrase(), status.value(), sentence, List.of(new Problem.Wrong(field, sentence))));
  }

  String sentence(HttpServletRequest request, HttpStatus status) {
    var words = pages.words(request);
    var key = "web.error." + status.value();
    return words.get(words.has(key) ? key : "web.error.400");
  }

  ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status()).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }

  static Problem problem(HttpStatus status, String sentence) {
    return new Problem(Problem.PLAIN, status.getReasonPhrase(), status.value(), sentence, List.of());
  }

  private void write(HttpServletResponse response, Problem problem) throws IOException {
    var body = json.writeValueAsBytes(problem);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
