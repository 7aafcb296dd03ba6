package org.silah.constituents.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silah.Charity;
import org.silah.kernel.SharedData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/silah duplicates score} and {@code bin/silah names match}. */
@Charity
@SpringBootTest
class ScoreCommandTest {

  @Autowired DuplicatesCommand duplicates;
  @Autowired NamesCommand names;
  @Autowired JsonMapper json;
  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"people/dataset1.csv", "people/dataset2.csv"})
  void peopleWithTypingErrorsAreFoundInFebrlLists(String file) {
    var score = score(SharedData.path(file).toString(), "rec_id");
    assertThat(score.get("f1").asDouble()).as(score.toString()).isGreaterThan(0.97);
    assertThat(score.get("pairs").asLong()).isGreaterThan(400);
  }

  @Test
  void anArabicListOfWhateverColumnsIsReadInEitherEncoding() throws IOException {
    var list = new StringBuilder("الاسم;الجوال;تاريخ الميلاد;المجموعة\n");
    for (int i = 0; i < 30; i++) {
      list.append("%s سالم %s;05012%05d;1/%d/14%02d;%d\n".formatted(
          List.of("نورة", "هند", "سعد", "فهد", "ريم").get(i % 5), List.of("الحربي", "الزهراني", "العتيبي").get(i % 3), i * 7331 % 100_000, i % 12 + 1, i + 10, i));
    }
    list.append("محمد عبد الله القحطاني;0555000001;1/9/1410;أ\nMohammed Abdullah Alqahtani;٠٥٥٥٠٠٠٠٠١;1410/09/01هـ;أ\n");
    for (var encoding : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1256"))) {
      var score = score(written(list.toString().getBytes(encoding)), "المجموعة");
      assertThat(score.toString()).contains("\"records\":32", "\"pairs\":1,", "\"precision\":1.0", "\"recall\":1.0", "\"f1\":1.0");
    }
  }

  @Test
  void whatCannotBeScoredIsRefusedInWords() throws IOException {
    var list = written("name,colour\nAli,red\n".getBytes(StandardCharsets.UTF_8));
    assertThat(run("score", list, "--truth", "truth")).isEqualTo(1);
    assertThat(run("score", folder.resolve("nowhere.csv").toString(), "--truth", "x")).isEqualTo(1);
    assertThat(run("score", written("colour,size\nred,2\n".getBytes(StandardCharsets.UTF_8)), "--truth", "size")).isEqualTo(1);
    assertThat(run("score", list)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no column “truth”", "name, colour", "nowhere.csv", "None of these columns", "ليس في القائمة عمود");
    assertThat(run("score", written(new byte[0]), "--truth", "size")).isEqualTo(1);
    assertThat(score(written("name,who\n".getBytes(StandardCharsets.UTF_8)), "who").get("pairs").asInt()).isZero();
  }

  @Test
  void pairsOfNamesAreAnsweredALineEach() {
    var in = new ByteArrayInputStream("\uFEFFمحمد علي\tMohamed Ali\nحسن\tحسين\nأحمد القحطاني\tأحمد سالم القحطاني\tx\nalone\n".getBytes(StandardCharsets.UTF_8));
    assertThat(names.run(List.of("match"), in, stream(out), stream(err))).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("0.970\tsame", "0.200\tdifferent", "0.750\tmaybe", "0.000\tdifferent");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Line 4");
    assertThat(names.run(List.of("guess"), in, stream(out), stream(err))).isEqualTo(2);
  }

  private JsonNode score(String file, String truth) {
    out.reset();
    assertThat(run("score", file, "--truth", truth)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return json.readTree(out.toString(StandardCharsets.UTF_8).lines().toList().getLast());
  }

  private int run(String... words) {
    return duplicates.run(List.of(words), new ByteArrayInputStream(new byte[0]), stream(out), stream(err));
  }

  private String written(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "people", ".csv"), bytes).toString();
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
