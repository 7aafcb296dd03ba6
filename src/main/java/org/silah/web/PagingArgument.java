package org.silah.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Digits;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands {@link Paging} to the handlers that ask for it. */
@Component
class PagingArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Paging.class;
  }

  @Override
  public Paging resolveArgument(
      MethodParameter parameter, @Nullable ModelAndViewContainer page, NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
    return new Paging(limit(request.getParameter("limit")), request.getParameter("cursor"));
  }

  private static int limit(@Nullable String typed) {
    if (typed == null) {
      return Paging.USUAL;
    }
    var digits = Digits.toAscii(typed);
    if (!digits.matches("\\d{1,3}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > Paging.MOST) {
      throw Mistakes.of("limit", "web.invalid.between", 1, Paging.MOST);
    }
    return Integer.parseInt(digits);
  }
}
