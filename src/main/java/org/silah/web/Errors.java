package org.silah.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** The one place where something that went wrong becomes a sentence: a page for people, problem+json under /api. */
@ControllerAdvice
class Errors {

  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private final Pages pages;

  Errors(Pages pages) {
    this.pages = pages;
  }

  @ExceptionHandler
  Object brokenRule(BrokenRule rule, HttpServletRequest request) {
    return answer(request, HttpStatus.UNPROCESSABLE_ENTITY, pages.words(request).get(rule));
  }

  @ExceptionHandler
  Object unreadable(Unreadable unreadable, HttpServletRequest request) {
    return answer(request, HttpStatus.UNPROCESSABLE_ENTITY, pages.words(request).get(unreadable));
  }

  @ExceptionHandler
  Object nothingThere(NoSuchElementException e, HttpServletRequest request) {
    return answer(request, HttpStatus.NOT_FOUND, pages.words(request).get("web.error.404"));
  }

  @ExceptionHandler
  Object anything(Exception e, HttpServletRequest request) throws Exception {
    if (e instanceof ErrorResponse known) {
      return answer(request, HttpStatus.valueOf(known.getStatusCode().value()), sentence(request, known.getStatusCode().value()));
    }
    if (e instanceof org.springframework.security.access.AccessDeniedException
        || e instanceof org.springframework.security.core.AuthenticationException) {
      throw e;
    }
    var id = UUID.randomUUID();
    log.error("failure {} at {} {}", id, request.getMethod(), request.getRequestURI(), e);
    return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, pages.words(request).get("web.error.500", id.toString()));
  }

  Object refused(HttpServletRequest request, String path, HttpStatus status) {
    return answer(path, status, sentence(request, status.value()));
  }

  private String sentence(HttpServletRequest request, int status) {
    var words = pages.words(request);
    var key = "web.error." + status;
    return words.get(words.has(key) ? key : "web.error.400");
  }

  private static Object answer(HttpServletRequest request, HttpStatus status, String sentence) {
    return answer(request.getRequestURI(), status, sentence);
  }

  private static Object answer(String path, HttpStatus status, String sentence) {
    if (path.startsWith("/api/")) {
      return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, sentence));
    }
    var view = new ModelAndView("web/error", status);
    view.addObject("status", status.value());
    view.addObject("sentence", sentence);
    return view;
  }
}
