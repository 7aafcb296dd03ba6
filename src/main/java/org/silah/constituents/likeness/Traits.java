package org.silah.constituents.likeness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a record is compared with others.
 *
 * @param sort only records of one sort are compared
 * @param names how the client is called, the first as displayed; a second may be in other letters
 * @param birth eight digits yyyyMMdd, which need not be a day: people mistype them; null if unknown
 * @param phones in E.164
 * @param emails in small letters
 * @param identities number and whose it is, as in {@code national_id SA 1012345678}
 * @param address its words, folded
 * @param gender {@code male}, {@code female} or null
 */
public record Traits(
    Sort sort, List<Name> names, @Nullable String birth, List<String> phones, List<String> emails, List<String> identities, List<String> address,
    @Nullable String gender) {

  public enum Sort {
    PERSON, FAMILY, BODY;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Sort of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }
}
