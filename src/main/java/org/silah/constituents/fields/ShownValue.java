package org.silah.constituents.fields;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.silah.kernel.Money;

/**
 * A value as a page shows it.
 *
 * @param text in the reader's language
 * @param link of what it names, null for none
 * @param money set where it is an amount, {@code day} where it is a day
 */
record ShownValue(String text, @Nullable String link, @Nullable Money money, @Nullable LocalDate day) {

  static ShownValue of(String text) {
    return new ShownValue(text, null, null, null);
  }
}
