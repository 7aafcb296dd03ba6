package org.silah.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.silah.kernel.BrokenRule;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An address at which files come in; a module offers one as a bean. Everywhere else a request stays small.
 *
 * @param largest bytes of a whole request, beside which the rest of a form may take a megabyte
 * @param tooLarge what is told of a larger one
 */
public record UploadPlace(PathPattern path, long largest, Supplier<? extends BrokenRule> tooLarge) {

  public static UploadPlace at(String path, long largest, Supplier<? extends BrokenRule> tooLarge) {
    return new UploadPlace(PathPatternParser.defaultInstance.parse(path), largest, tooLarge);
  }

  public boolean takes(HttpServletRequest request) {
    return request.getMethod().equals("POST") && path.matches(PathContainer.parsePath(request.getRequestURI()));
  }
}
