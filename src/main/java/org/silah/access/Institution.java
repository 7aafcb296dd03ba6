package org.silah.access;

import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.silah.web.Language;

/**
 * The charity: its names, its own currency, where and when it works.
 *
 * @param region ISO 3166 country whose way of writing phone numbers is taken when none is given
 * @param publicUrl the address that links in mails lead to; never taken from a request
 */
public record Institution(
    String nameAr, String nameEn, @Nullable String licenceNumber, Currency currency, String region, ZoneId timeZone,
    URI publicUrl, String mailFrom, @Nullable String mailReplyTo) {

  public String name(Language language) {
    return language == Language.AR ? nameAr : nameEn;
  }
}
