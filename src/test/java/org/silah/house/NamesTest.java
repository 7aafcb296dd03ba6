package org.silah.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void namesAreWordsOfTheFieldNotOfTheTrade() {
    var shunned = Pattern.compile(".*(Impl|Dto|DTO|Utils?|Helper|Manager|Mapper)\\.java");
    assertThat(Sources.under(Sources.MAIN, ".java")).noneMatch(file -> shunned.matcher(file.toString()).matches());
  }

  @Test
  void everyModuleSaysWhatItIsAndIsNullMarked() {
    for (var file : Sources.under(Sources.MAIN, "package-info.java")) {
      assertThat(Sources.read(file)).as(file.toString()).contains("/**", "@org.jspecify.annotations.NullMarked");
    }
  }

  @Test
  void controllersAndStoresStayInTheirModule() {
    var open = Pattern.compile("(?s)@(Controller|RestController)\\s+public class");
    assertThat(Sources.under(Sources.MAIN, ".java")).noneMatch(file -> open.matcher(Sources.read(file)).find());
  }
}
