package org.silah.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.silah.kernel.BrokenRule;
import org.silah.kernel.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** The one place where something that went wrong becomes a sentence: a page for people, problem+json under /api. */
@ControllerAdvice
class Errors {

  private static final Logger log = LoggerFactory.getLogger(Errors.class);

  private final Pages pages;
  private final Problems problems;

  Errors(Pages pages, Problems problems) {
    this.pages = pages;
    this.problems = problems;
  }

  @ExceptionHandler
  Object anything(Exception e, HttpServletRequest request) throws Exception {
    if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
      throw e;
    }
    var failure = failure(e, request);
    if (e instanceof BrokenRule || failure.status() == HttpStatus.INTERNAL_SERVER_ERROR) {
      request.setAttribute(Problems.RESULT, true);
    }
    return answer(request, failure);
  }

  /** What ended before it reached a handler of ours, or in a filter. */
  Object outside(HttpServletRequest request, String path, HttpStatus status, Throwable cause) {
    var failure = cause instanceof Exception e ? failure(e, request) : plain(status, request);
    return answer(path, failure);
  }

  private Failure failure(Exception e, HttpServletRequest request) {
    var words = pages.words(request);
    return switch (e) {
      case BrokenRule rule -> Failure.of(HttpStatus.UNPROCESSABLE_CONTENT, words.get(rule)).named(rule.key());
      case Unreadable unreadable -> Failure.of(HttpStatus.UNPROCESSABLE_CONTENT, words.get(unreadable)).named(unreadable.code());
      case Mistakes mistakes -> invalid(mistakes, words);
      case NoSuchElementException _ -> plain(HttpStatus.NOT_FOUND, request);
      case HttpMessageNotReadableException unread -> unread(unread, request);
      case MethodArgumentNotValidException form -> invalid(form.getBindingResult(), words);
      case BindException form -> invalid(form.getBindingResult(), words);
      case HandlerMethodValidationException call -> invalid(Constraints.mistakes(call), words);
      case MissingServletRequestParameterException missing -> invalid(Mistakes.of(missing.getParameterName(), "web.invalid.required"), words);
      case MethodArgumentTypeMismatchException argument -> mismatch(argument, request);
      case InvalidParameterException _ -> plain(HttpStatus.BAD_REQUEST, request);
      case ErrorResponse known -> plain(HttpStatus.valueOf(known.getStatusCode().value()), request).with(known.getHeaders());
      default -> unforeseen(e, request);
    };
  }

  private Failure plain(HttpStatus status, HttpServletRequest request) {
    return switch (request.getAttribute(Pages.SENTENCE)) {
      case String key -> Failure.of(status, pages.words(request).get(key));
      case BrokenRule rule -> Failure.of(status, pages.words(request).get(rule)).named(rule.key());
      case null, default -> Failure.of(status, problems.sentence(request, status));
    };
  }

  private Failure invalid(BindingResult form, Words words) {
    return invalid(Constraints.mistakes(form), words);
  }

  private Failure invalid(Mistakes mistakes, Words words) {
    var errors = mistakes.all().stream()
        .map(mistake -> new Problem.Wrong(mistake.field(), words.has(mistake.key()) ? words.get(mistake.key(), mistake.args().toArray()) : mistake.key()))
        .toList();
    return Failure.of(HttpStatus.UNPROCESSABLE_CONTENT, words.get("web.error.422")).with(errors);
  }

  private Failure unread(HttpMessageNotReadableException unread, HttpServletRequest request) {
    return JsonMistakes.of(unread).map(mistakes -> invalid(mistakes, pages.words(request))).orElseGet(() -> plain(HttpStatus.BAD_REQUEST, request));
  }

  /** An id that is no id names nothing. */
  private Failure mismatch(MethodArgumentTypeMismatchException argument, HttpServletRequest request) {
    if (argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return plain(HttpStatus.NOT_FOUND, request);
    }
    return invalid(Mistakes.of(argument.getName(), "web.invalid.value"), pages.words(request));
  }

  private Failure unforeseen(Exception e, HttpServletRequest request) {
    var database = DatabaseTrouble.of(e);
    if (database == DatabaseTrouble.UNFIT_TEXT) {
      return Failure.of(HttpStatus.UNPROCESSABLE_CONTENT, pages.words(request).get("web.invalid.character"));
    }
    var id = UUID.randomUUID();
    log.error("failure {} at {} {}", id, request.getMethod(), request.getRequestURI(), e);
    if (database == DatabaseTrouble.AWAY) {
      var headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, "10");
      return plain(HttpStatus.SERVICE_UNAVAILABLE, request).with(headers);
    }
    return Failure.of(HttpStatus.INTERNAL_SERVER_ERROR, pages.words(request).get("web.error.500", id.toString()));
  }

  private Object answer(HttpServletRequest request, Failure failure) {
    return answer(request.getRequestURI(), failure);
  }

  private Object answer(String path, Failure failure) {
    if (Problems.concern(path)) {
      return problems.answer(failure.problem(), failure.headers());
    }
    var view = new ModelAndView("web/error", failure.status());
    view.addObject("status", failure.status().value());
    view.addObject("sentence", failure.sentence());
    view.addObject("errors", failure.errors() == null ? List.of() : failure.errors());
    return view;
  }
}
