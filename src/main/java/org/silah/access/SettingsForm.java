package org.silah.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Emails;
import org.silah.kernel.Unreadable;
import org.silah.web.Mistakes;

/** What is typed about the charity itself, as typed. */
record SettingsForm(
    @Nullable String nameAr, @Nullable String nameEn, @Nullable String licenceNumber, @Nullable String currency, @Nullable String region,
    @Nullable String timeZone, @Nullable String publicUrl, @Nullable String mailFrom, @Nullable String mailReplyTo) {

  private static final int LONGEST_NAME = 150;
  private static final int LONGEST_LICENCE = 50;

  SettingsForm {
    nameAr = typed(nameAr);
    nameEn = typed(nameEn);
    licenceNumber = typed(licenceNumber);
    currency = typed(currency);
    region = typed(region);
    timeZone = typed(timeZone);
    publicUrl = typed(publicUrl).replaceFirst("/+$", "");
    mailFrom = typed(mailFrom);
    mailReplyTo = typed(mailReplyTo);
  }

  static SettingsForm of(Institution charity) {
    return new SettingsForm(
        charity.nameAr(), charity.nameEn(), charity.licenceNumber(), charity.currency().getCurrencyCode(), charity.region(),
        charity.timeZone().getId(), charity.publicUrl().toString(), charity.mailFrom(), charity.mailReplyTo());
  }

  Mistakes mistakes() {
    var mistakes = new Mistakes();
    named("nameAr", nameAr, mistakes);
    named("nameEn", nameEn, mistakes);
    if (licenceNumber.length() > LONGEST_LICENCE) {
      mistakes.add("licenceNumber", "web.invalid.too-long", LONGEST_LICENCE);
    }
    known(Choices.currencies().contains(currency), "currency", mistakes);
    known(Choices.regions().contains(region), "region", mistakes);
    known(Choices.timeZones().contains(timeZone), "timeZone", mistakes);
    if (!isAddress(publicUrl)) {
      mistakes.add("publicUrl", "access.settings.unfit-url");
    }
    mail("mailFrom", mailFrom, mistakes);
    if (!mailReplyTo.isEmpty()) {
      mail("mailReplyTo", mailReplyTo, mistakes);
    }
    return mistakes;
  }

  /** Only for a form without mistakes. */
  Institution institution() {
    return new Institution(
        nameAr, nameEn, licenceNumber.isEmpty() ? null : licenceNumber, Currency.getInstance(currency), region, ZoneId.of(timeZone),
        URI.create(publicUrl), Emails.parse(mailFrom), mailReplyTo.isEmpty() ? null : Emails.parse(mailReplyTo));
  }

  private static void named(String field, String name, Mistakes mistakes) {
    if (name.isEmpty()) {
      mistakes.add(field, "web.invalid.required");
    } else if (name.length() > LONGEST_NAME) {
      mistakes.add(field, "web.invalid.too-long", LONGEST_NAME);
    }
  }

  private static void known(boolean known, String field, Mistakes mistakes) {
    if (!known) {
      mistakes.add(field, "web.invalid.value");
    }
  }

  private static void mail(String field, String address, Mistakes mistakes) {
    try {
      Emails.parse(address);
    } catch (Unreadable unreadable) {
      mistakes.add(field, unreadable);
    }
  }

  /** Scheme, host and at most a port: pages stand at the root. */
  private static boolean isAddress(String typed) {
    try {
      var uri = new URI(typed);
      return uri.getScheme() != null && uri.getScheme().matches("https?") && uri.getHost() != null && uri.getUserInfo() == null
          && uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getRawFragment() == null;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }

  private static String typed(@Nullable String text) {
    return Objects.requireNonNullElse(text, "").strip();
  }
}
