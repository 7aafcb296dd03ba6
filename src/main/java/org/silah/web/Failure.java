package org.silah.web;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What went wrong, before it is known whether a person or a program is told. */
record Failure(String type, HttpStatus status, HttpHeaders headers, String sentence, List<Problem.Wrong> errors) {

  static Failure of(HttpStatus status, String sentence) {
    return new Failure(Problem.PLAIN, status, HttpHeaders.EMPTY, sentence, List.of());
  }

  Failure with(HttpHeaders headers) {
    return new Failure(type, status, headers, sentence, errors);
  }

  Failure named(String rule) {
    return new Failure("urn:silah:" + rule, status, headers, sentence, errors);
  }

  Failure with(List<Problem.Wrong> errors) {
    return new Failure(type, status, headers, sentence, errors);
  }

  Problem problem() {
    return new Problem(type, status.getReasonPhrase(), status.value(), sentence, errors);
  }
}
