package org.silah.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What was refused or failed before it reached a handler of ours. */
@Controller
class ErrorPage implements ErrorController {

  private final Errors errors;

  ErrorPage(Errors errors) {
    this.errors = errors;
  }

  @RequestMapping("/error")
  Object show(HttpServletRequest request) {
    var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var status = code == null ? HttpStatus.NOT_FOUND : HttpStatus.valueOf(code);
    var path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    return errors.outside(request, path == null ? request.getRequestURI() : path, status, cause);
  }
}
