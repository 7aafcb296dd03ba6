package org.silah.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {

  @Test
  void digitsOfEveryScriptAreTheSameDigits() {
    assertThat(Digits.toAscii("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ０१२ 𝟗")).isEqualTo("0123456789 0123456789 012 9");
    int seen = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      var ascii = Digits.toAscii(Character.toString(c));
      boolean digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
      seen += digit ? 1 : 0;
      if (!ascii.equals(digit ? "" + Character.digit(c, 10) : Character.toString(c))) {
        throw new AssertionError("U+%04X becomes %s".formatted(c, ascii));
      }
    }
    assertThat(seen).isGreaterThan(600);
  }

  @Test
  void allElseStays() {
    for (var text : new String[] {"", "abc", "أحمد ½ ² Ⅳ", "a\uD800b\uDC00", "👨‍👩‍👧"}) {
      assertThat(Digits.toAscii(text)).isEqualTo(text);
    }
  }
}
