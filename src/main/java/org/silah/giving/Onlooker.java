package org.silah.giving;

import org.silah.web.Visitor;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who looks at a page that giving has a part of without being asked who looks. */
@Component
class Onlooker {

  /** The same roles as for the list of gifts; outside a request of a person nobody looks. */
  boolean maySeeGifts() {
    var request = RequestContextHolder.getRequestAttributes();
    return request != null
        && request.getAttribute(Visitor.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Visitor visitor
        && visitor.may("GET", "/gifts");
  }
}
