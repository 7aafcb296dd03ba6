package org.silah.kernel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

/** A telephone number that can be dialled from anywhere, as {@code +966512345678}. */
public record PhoneNumber(String e164) {

  private static final PhoneNumberUtil BOOK = PhoneNumberUtil.getInstance();

  /** @throws Unreadable if this is not one valid number, read as it is dialled within {@code region} (ISO 3166) */
  public static PhoneNumber parse(String text, String region) {
    try {
      var number = BOOK.parse(text, region);
      if (!BOOK.isValidNumber(number)) {
        throw new Unreadable("kernel.phone.invalid");
      }
      return new PhoneNumber(BOOK.format(number, PhoneNumberFormat.E164));
    } catch (NumberParseException e) {
      throw new Unreadable("kernel.phone.unreadable");
    }
  }

  /** As dialled within its country: {@code 051 234 5678}. */
  public String national() {
    return BOOK.format(number(), PhoneNumberFormat.NATIONAL);
  }

  /** {@code +966 51 234 5678}. */
  public String international() {
    return BOOK.format(number(), PhoneNumberFormat.INTERNATIONAL);
  }

  /** The ISO 3166 code of its country, {@code 001} for numbers of no country. */
  public String region() {
    var region = BOOK.getRegionCodeForNumber(number());
    return region == null ? "ZZ" : region;
  }

  private Phonenumber.PhoneNumber number() {
    try {
      return BOOK.parse(e164, "ZZ");
    } catch (NumberParseException e) {
      throw new IllegalStateException("not an E.164 number", e);
    }
  }

  @Override
  public String toString() {
    return e164;
  }
}
