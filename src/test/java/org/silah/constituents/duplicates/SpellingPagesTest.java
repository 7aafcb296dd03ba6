package org.silah.constituents.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.silah.Charity;
import org.silah.constituents.Registry;
import org.silah.constituents.likeness.NameLikeness;
import org.silah.constituents.likeness.NameLikeness.Verdict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;

/** The charity changes the dictionary of given names, and names are compared by it from then on. */
@Charity(fresh = true)
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(Registry.class)
class SpellingPagesTest {

  private static final String PAGE = "/settings/spellings";

  @Autowired Registry registry;
  @Autowired Spellings spellings;
  @Autowired Following following;

  private Verdict verdict(String one, String other) {
    return Verdict.of(new NameLikeness(spellings.variants()).of(one, other));
  }

  @Test
  void aSpellingThatNobodyCouldGuessIsOneNameOnceItIsWrittenDown() {
    assertThat(verdict("بوبدر الحربي", "Sweetie Alharbi")).isEqualTo(Verdict.DIFFERENT);
    assertThat(registry.send(PAGE, "name", "بوبدر", "other", "Sweetie، بو_بدر")).hasStatus(422);
    assertThat(registry.send(PAGE, "name", "بوبدر", "other", "Sweetie, Switi\nSweety")).hasRedirectedUrl(PAGE);
    assertThat(verdict("بوبدر الحربي", "Sweetie Alharbi")).isEqualTo(Verdict.SAME);
    assertThat(following.searchIsDue()).isTrue();
    assertThat(Registry.text(registry.open(PAGE))).contains("بوبدر", "Sweetie، Switi، Sweety", "من الجمعية");
    assertThat(Registry.text(registry.open(PAGE + "?q=SWIT"))).contains("بوبدر");
    assertThat(Registry.text(registry.open(PAGE + "?edit=" + Registry.encoded("بوبدر")))).contains("value=\"Sweetie، Switi، Sweety\"");
    assertThat(registry.send(PAGE + "/removal", "name", "بوبدر")).hasRedirectedUrl(PAGE);
    assertThat(verdict("بوبدر الحربي", "Sweetie Alharbi")).isEqualTo(Verdict.DIFFERENT);
    assertThat(registry.rows("select detail ->> 'deed' as deed from access.audit_entry where action = 'duplicates.spellings' order by seq").stream().map(row -> row.get("deed")).limit(2))
        .containsExactly("put", "remove");
  }

  @Test
  void aNameThatSilahCameWithIsTakenOutAndPutBack() {
    assertThat(spellings.find("محمود")).isNotNull();
    registry.send(PAGE + "/removal", "name", "محمود");
    assertThat(spellings.find("محمود")).isNull();
    assertThat(Registry.text(registry.open(PAGE))).contains("أُخرجت من المعجم", "value=\"محمود\"");
    registry.send(PAGE + "/restoration", "name", "محمود");
    assertThat(spellings.find("محمود").own()).isFalse();
    assertThat(registry.send(PAGE + "/removal", "name", "لا اسم كهذا")).hasStatus(404);
  }

  @Test
  void whatIsNoNameIsRefusedWithAReason() {
    for (var name : new String[] {"", "   ", "<script>", "a".repeat(61), "\u202eمحمد=", "()"}) {
      assertThat(registry.send(PAGE, "name", name, "other", "Sami")).as(name).hasStatus(422);
    }
    assertThat(registry.send(PAGE, "name", "سامي", "other", "")).hasStatus(422);
    assertThat(Registry.text(registry.open(PAGE + "?q=" + Registry.encoded("<script>alert(1)</script>")))).doesNotContain("<script>alert");
  }
}
