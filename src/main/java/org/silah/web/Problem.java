package org.silah.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the API answers when something is wrong (RFC 9457, application/problem+json).
 *
 * @param type {@code about:blank} where the status says all, else a name of ours for the broken rule
 * @param title the status in words
 * @param detail a sentence for a person, in the language that the request asks for
 * @param errors what is wrong with single fields
 */
public record Problem(String type, String title, int status, String detail, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Wrong> errors) {

  public record Wrong(String field, String message) {}

  static final String PLAIN = "about:blank";
}
