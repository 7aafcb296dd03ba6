package org.silah.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Whether a visitor's browser speaks to us in secret. A proxy that ends the encryption may not say so; then the address that
 * the charity has given itself decides.
 */
@Component
class Https {

  private final Institutions institutions;

  Https(Institutions institutions) {
    this.institutions = institutions;
  }

  boolean of(HttpServletRequest request) {
    return request.isSecure() || "https".equals(institutions.charity().publicUrl().getScheme());
  }
}
