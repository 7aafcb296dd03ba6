package org.silah.constituents.fields;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What values of a field are held to; null for what does not bind its type.
 *
 * @param longest characters of a text
 * @param decimals of a number
 * @param least also of amounts, in major units; inclusive
 * @param greatest likewise
 * @param currency of every amount; null where each names its own
 */
record Bounds(
    @Nullable Integer longest, @Nullable Integer decimals, @Nullable BigDecimal least, @Nullable BigDecimal greatest, @Nullable Currency currency) {

  static final Bounds NONE = new Bounds(null, null, null, null, null);
}
