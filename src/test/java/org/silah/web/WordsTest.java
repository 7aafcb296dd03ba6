package org.silah.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

  private final Words words = new Words(Language.EN, Map.of(
      "twice", "{1} before {0}, {1} again",
      "short", "{0} and {1}",
      "quoted", "{0}''s gift",
      "counted", "{0, plural, one{# gift} other{# gifts}} of {1}"));

  @Test
  void aSentenceIsFilledWhateverStandsInIt() {
    assertThat(words.get("twice", "a", "{0}")).isEqualTo("{0} before a, {0} again");
    assertThat(words.get("quoted", "Maha")).isEqualTo("Maha's gift");
    assertThat(words.get("counted", 1200, "Maha")).isEqualTo("1,200 gifts of Maha");
  }

  @Test
  void aPlaceThatNothingIsGivenForStays() {
    assertThat(words.get("short", "a")).isEqualTo("a and {1}");
  }
}
